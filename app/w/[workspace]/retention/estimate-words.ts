import { decimalsFor, formatPercent, THIN } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";

/** Half of the interval in points decides whether a decimal says anything. */
function decimalsOf({ low, high }: EstimateDto): number {
  return low === null || high === null ? 0 : decimalsFor((high - low) * 50);
}

/** "93 %"; or why there is none. */
export function valueWords(estimate: EstimateDto, locale: string): string {
  if (estimate.value !== null) return formatPercent(estimate.value, locale, decimalsOf(estimate));
  const t = staffWords(locale, "retention");
  return estimate.reason === "tooFewAnswers" ? t("tooFew") : t("noFigure");
}

/** "86 to 95 %"; null without an interval. */
export function intervalWords(estimate: EstimateDto, locale: string): string | null {
  const { low, high } = estimate;
  if (low === null || high === null) return null;
  const decimals = decimalsOf(estimate);
  const from = formatPercent(low, locale, decimals).replace(`${THIN}%`, "");
  const to = formatPercent(high, locale, decimals);
  return staffWords(locale, "loyalty")("measure.between", { low: from, high: to });
}

/** Value, interval and of how many, as whoever points at a chart reads it. */
export function estimateWords(estimate: EstimateDto, locale: string): string {
  const t = staffWords(locale, "retention");
  const value = valueWords(estimate, locale);
  const interval = intervalWords(estimate, locale);
  if (estimate.value === null) return value;
  const { n } = estimate;
  return interval === null ? t("ofWithoutInterval", { value, n }) : t("of", { value, interval, n });
}
