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
