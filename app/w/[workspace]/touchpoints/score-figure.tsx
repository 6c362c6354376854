import { useTranslations } from "next-intl";
import { IntervalBar } from "@/components/charts/interval-bar";
import type { TouchpointScore } from "@/lib/surveys/touchpoints/touchpoint.types";
import { doubtWords, scoreWords } from "./touchpoint-words";

type Props = { score: TouchpointScore; locale: string; asOf: string };

/** A customer's figure with its doubt; the few answers where they are too few. */
export function ScoreFigure({ score, locale, asOf }: Props) {
  const t = useTranslations("touchpoints.score");
  const as = { locale, asOf };
  const doubt = doubtWords(score, as);
  return (
    <div>
      {score.value === null ? null : (
        <>
          <p className="text-lg font-semibold tabular-nums">{scoreWords(score, as)}</p>
          <IntervalBar
            value={score.value}
            low={score.low}
            high={score.high}
            min={0}
            max={1}
            label={t("withDoubt", { score: scoreWords(score, as), doubt })}
          />
        </>
      )}
      <p className="text-sm text-ink-2">{doubt}</p>
    </div>
  );
}
