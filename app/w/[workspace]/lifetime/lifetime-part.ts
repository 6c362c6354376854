import { formatAmount, formatMoney, onOneScale, onScaleOfDoubt } from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { EstimateDto } from "@/lib/loyalty/estimate-dto";
import type { LifetimeDto } from "@/lib/loyalty/lifetime.types";
import type { ReadAs } from "../_loyalty/words/read-as";

/** What every card of the page is given. */
export type LifetimePart = {
  lifetime: LifetimeDto;
  as: ReadAs;
  workspace: string;
  fileOf: (table: string) => (format: "csv" | "xlsx") => string;
};

function inWords(
  { value, low, high, n }: EstimateDto,
  locale: string,
  said: { one: (value: number) => string; end: (value: number) => string },
): string {
  const t = staffWords(locale, "lifetime");
  if (value === null) return n === 0 ? t("notKnown") : t("tooFew", { n });
  if (low === null || high === null) return said.one(value);
  return t("between", { value: said.one(value), low: said.end(low), high: said.end(high) });
}

/** "DKK 41.2 m (38.0 m to 44.9 m)"; a lower bound says so. */
export function moneyInWords(figure: EstimateDto, as: ReadAs, isLowerBound = false): string {
  const t = staffWords(as.locale, "lifetime");
  const range = isLowerBound ? onOneScale(as, [figure.value]) : onScaleOfDoubt(as, figure);
  const one = (minor: number) => formatMoney(minor, range);
  if (isLowerBound && figure.value !== null) return t("atLeast", { value: one(figure.value) });
  return inWords(figure, as.locale, { one, end: (minor) => formatAmount(minor, range) });
}

export function shareInWords(figure: EstimateDto, locale: string): string {
  const percent = (share: number) => formatPercent(share, locale);
  return inWords(figure, locale, { one: percent, end: percent });
}

export function countInWords(figure: EstimateDto, locale: string): string {
  const number = (count: number) => formatNumber(count, locale, 1);
  return inWords(figure, locale, { one: number, end: number });
}
