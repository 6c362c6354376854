import { formatAmount, type MoneyFormat, onScaleOfDoubt } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";

/** "92 % (83 % to 97 %)"; without an interval the value alone. */
export function estimateWords(
  { value, low, high }: EstimateDto,
  locale: string,
  say: (at: number | null) => string,
): string {
  if (value === null || low === null || high === null) return say(value);
  return staffWords(locale, "chart")("interval", {
    value: say(value),
    low: say(low),
    high: say(high),
  });
}

/** "1.2 m (0.9 m to 1.4 m)": the value and both ends on one scale. */
export function amountEstimateWords(estimate: EstimateDto, money: MoneyFormat): string {
  const range = onScaleOfDoubt(money, estimate);
  return estimateWords(estimate, money.locale, (minor) => formatAmount(minor, range));
}
