import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { BuyingDto } from "@/lib/loyalty/buying.types";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import type { ReadAs } from "../_loyalty/words/read-as";

/** What every card of the page is given. */
export type BuyingPart = {
  buying: BuyingDto;
  as: ReadAs;
  workspace: string;
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
};

/** "61 % (54 to 68 %)", or how many there are where they are too few. */
export function shareInWords({ value, low, high, n }: EstimateDto, locale: string): string {
  const t = staffWords(locale, "buying");
  if (value === null) return n === 0 ? t("notKnown") : t("tooFew", { n });
  const percent = (share: number) => formatPercent(share, locale);
  if (low === null || high === null) return percent(value);
  return t("between", { value: percent(value), low: percent(low), high: percent(high) });
}
