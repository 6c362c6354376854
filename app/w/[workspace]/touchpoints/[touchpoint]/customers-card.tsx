import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";
import { ScoreFigure } from "../score-figure";
import { volumeWords } from "../touchpoint-words";

type Props = { touchpoint: TouchpointDto; locale: string; asOf: string };

function why({ asked, answered }: TouchpointDto): "notScored" | "noScoreYet" | "noScore" {
  if (answered > 0) return "notScored";
  return asked > 0 ? "noScoreYet" : "noScore";
}

export function CustomersCard({ touchpoint, locale, asOf }: Props) {
  const t = useTranslations("touchpoints.page");
  const { score, asked, answered } = touchpoint;
  return (
    <Card id="customers" title={t("customers")} note={t("customersNote")}>
      <div className="flex max-w-sm flex-col gap-1">
        {score ? (
          <ScoreFigure score={score} locale={locale} asOf={asOf} />
        ) : (
          <p>{t(why(touchpoint))}</p>
        )}
        {asked + answered > 0 ? (
          <p className="text-sm text-ink-2">
            {volumeWords(asked, score?.lastOn ?? null, { locale, asOf })}
          </p>
        ) : null}
      </div>
    </Card>
  );
}
