import { Card } from "@/components/ui/card";
import type { TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";
import { ScoreFigure } from "../score-figure";
import { MAP_WORDS, PAGE_WORDS as W } from "../touchpoint-words";

type Props = { touchpoint: TouchpointDto; locale: string; asOf: string };

function why({ asked, answered }: TouchpointDto): string {
  if (answered > 0) return W.notScored;
  return asked > 0 ? W.noScoreYet : W.noScore;
}

export function CustomersCard({ touchpoint, locale, asOf }: Props) {
  const { score, asked, answered } = touchpoint;
  return (
    <Card id="customers" title={W.customers} note={W.customersNote}>
      <div className="flex max-w-sm flex-col gap-1">
        {score ? (
          <ScoreFigure score={score} locale={locale} asOf={asOf} />
        ) : (
          <p>{why(touchpoint)}</p>
        )}
        {asked + answered > 0 ? (
          <p className="text-sm text-ink-2">
            {MAP_WORDS.volume(asked, score?.lastOn ?? null, { locale, asOf })}
          </p>
        ) : null}
      </div>
    </Card>
  );
}
