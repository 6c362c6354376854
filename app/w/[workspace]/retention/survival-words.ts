import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { RetentionDto, SurvivalCurveDto } from "@/lib/loyalty/retention.types";
import { groupName } from "./group-words";

const MONTH_DAYS = 30.4375;

export function curveName(
  { key, name }: Pick<SurvivalCurveDto, "key" | "name">,
  { choices, survival }: RetentionDto,
  locale: string,
): string {
  const t = staffWords(locale, "retention");
  if (!survival.isSplit) return t("groups.all");
  if (key === "others") return t("survival.others");
  return groupName({ key, name }, choices.split, locale);
}

/** "84 % still there (79 to 88 %), 61 followed" */
export function stayWords(point: SurvivalCurveDto["points"][number], locale: string): string {
  const t = staffWords(locale, "retention");
  const { value, low, high, atRisk } = point;
  const still = formatPercent(value, locale);
  if (low === null || high === null) return t("survival.point", { still, atRisk });
  return t("survival.pointBetween", {
    still,
    low: formatPercent(low, locale),
    high: formatPercent(high, locale),
    atRisk,
  });
}

function months(days: number): number {
  return Math.round(days / MONTH_DAYS);
}

/** "Large customers: 44, 5 of them lost; in the first 3 years they stay 34 months on average (33 to 36)." */
export function curveSentence(
  curve: SurvivalCurveDto,
  retention: RetentionDto,
  locale: string,
): string {
  const t = staffWords(locale, "retention");
  const name = curveName(curve, retention, locale);
  const { n, ends, mean, medianDays } = curve;
  const { years } = retention.survival;
  const said = [t("survival.counts", { name, n, ends })];
  if (years !== null && mean !== null && mean.value !== null)
    said.push(
      t("survival.mean", {
        years,
        mean: formatNumber(months(mean.value), locale),
        low: formatNumber(months(mean.low ?? mean.value), locale),
        high: formatNumber(months(mean.high ?? mean.value), locale),
      }),
    );
  said.push(
    medianDays === null
      ? t("survival.noMedian")
      : t("survival.median", { months: formatNumber(months(medianDays), locale) }),
  );
  return said.join(" ");
}

/** What the log-rank test said, or what is left after the longest whole year of the one curve. */
export function testSentence(retention: RetentionDto, locale: string): string {
  const t = staffWords(locale, "retention");
  const { curves, test, isSplit } = retention.survival;
  if (isSplit && test !== null) {
    const p = test.pValue < 0.001 ? "< 0.001" : formatNumber(test.pValue, locale, 3);
    return t(test.isReal ? "survival.real" : "survival.notReal", { p });
  }
  const last = curves[0]?.points.findLast(({ month }) => month % 12 === 0 && month > 0);
  if (!last) return t("survival.title");
  return t("survival.still", {
    still: formatPercent(last.value, locale),
    years: Math.round(last.month / 12),
  });
}
