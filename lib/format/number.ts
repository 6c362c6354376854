import { notAvailable } from "./words";

/** Keeps a number and its unit on one line. */
export const THIN = "\u202f";

const MINUS = "\u2212";

// Of a few languages and decimals: to make one takes far longer than to use it, and a page has thousands of cells.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: "negative",
  });
  formats.set(key, format);
  return format;
}

function plain(value: number, locale: string, decimals: number): string {
  return formatOf(locale, decimals).format(value).replace("-", MINUS);
}

export function formatNumber(value: number | null, locale: string, decimals = 0): string {
  return value === null ? notAvailable(locale) : plain(value, locale, decimals);
}

/** An exchange rate: four decimals, or four digits that say something of a very small one. */
export function formatRate(rate: number, locale: string): string {
  const decimals = rate >= 1 ? 4 : 3 - Math.floor(Math.log10(rate));
  return formatNumber(rate, locale, decimals);
}

/** 0.78 becomes "78 %". */
export function formatPercent(ratio: number | null, locale: string, decimals = 0): string {
  return ratio === null ? notAvailable(locale) : `${plain(ratio * 100, locale, decimals)}${THIN}%`;
}

/** A share of a whole: what there is of it never reads "0 %". */
export function formatPart(share: number | null, locale: string): string {
  if (share === null || share <= 0 || share >= 0.005) return formatPercent(share, locale);
  return `<${THIN}${formatPercent(0.01, locale)}`;
}

/** Both ends of an interval of shares, with one sign: "86" and "93 %". */
export function percentEnds(
  { low, high }: { low: number; high: number },
  locale: string,
): { low: string; high: string } {
  return { low: plain(low * 100, locale, 0), high: formatPercent(high, locale) };
}

/** A change with its sign: "+3 %", "−20 %", "0 %". */
export function formatChange(ratio: number | null, locale: string, decimals = 0): string {
  if (ratio === null) return notAvailable(locale);
  const text = formatPercent(ratio, locale, decimals);
  return ratio > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A score of 0..1 as the map has it: ".79", "1.00"; only English leaves the nought out. */
export function formatScore(score: number | null, locale: string): string {
  if (score === null) return notAvailable(locale);
  const text = plain(score, locale, 2);
  return locale.startsWith("en") ? text.replace(/^0/, "") : text;
}

/**
 * Decimals that an interval allows: none while it is wider than one unit on either side, because a
 * decimal inside an interval of +-4 only pretends.
 */
export function decimalsFor(halfWidth: number | null): number {
  return halfWidth !== null && halfWidth < 1 ? 1 : 0;
}

/** An interval of days: "31", and "39.5" where the middle lies between two. */
export function formatDays(days: number, locale: string): string {
  return plain(days, locale, Number.isInteger(days) ? 0 : 1);
}
