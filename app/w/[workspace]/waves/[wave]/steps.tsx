import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { formatNumber, formatPercent } from "@/lib/format/number";
import type { WaveDto } from "@/lib/surveys/waves/wave.types";

type StepsProps = Pick<WaveDto, "counts" | "shareOfAsked"> & { rest: string; locale: string };

/** Delivered, visited, answered: what can be known. Opened mails cannot. */
export function Steps({ counts, shareOfAsked, rest, locale }: StepsProps) {
  const t = useTranslations("asking");
  const steps: [string, number, number | null][] = [
    [t("waves.asked"), counts.asked, null],
    [t("waves.delivered"), counts.delivered, shareOfAsked.delivered],
    [t("waves.visited"), counts.visited, shareOfAsked.visited],
    [t("waves.answered"), counts.answered, shareOfAsked.answered],
  ];
  return (
    <Card id="steps">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {steps.map(([label, count, share]) => (
          <div key={label}>
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd>
              <span className="text-figure font-bold tabular-nums">
                {formatNumber(count, locale)}
              </span>
              {share === null ? null : (
                <span className="ml-1.5 text-sm text-ink-3">
                  {t("wave.shareOfAsked", { share: formatPercent(share, locale) })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {rest ? <p className="mt-3 text-sm text-ink-2">{rest}</p> : null}
    </Card>
  );
}
