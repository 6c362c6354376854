import { axisTicks } from "./axis-ticks";
import { type Currency, codeOf, majorOf, minorOf } from "./currency";
import { formatNumber } from "./number";
import { formatWords, notAvailable } from "./words";

/** How money reads: the reader's language, the currency of the figure, and a unit where several share one. */
export type MoneyFormat = { locale: string; currency: Currency; scale?: MoneyScale };

/** A unit that the figures of one column share. */
export type MoneyScale = {
  divisor: number;
  unit: "thousand" | "million" | "billion" | null;
  decimals: number;
};

const PLAIN: MoneyScale = { divisor: 1, unit: null, decimals: 0 };

/** The unit in which an amount reads best: 52.2 m, 920 k, 4,200. */
export function moneyScale(minor: number, currency: Currency): MoneyScale {
  const major = Math.abs(majorOf(minor, currency));
  if (major >= 999_950_000) return { divisor: 1e9, unit: "billion", decimals: 1 };
  if (major >= 999_500) return { divisor: 1e6, unit: "million", decimals: 1 };
  if (major >= 10_000) return { divisor: 1e3, unit: "thousand", decimals: 0 };
  return PLAIN;
}

/** For a column: the unit of its largest amount, with a second decimal where all are small. */
export function moneyColumn(amounts: readonly number[], currency: Currency): MoneyScale {
  const largest = amounts.reduce((max, minor) => Math.max(max, Math.abs(minor)), 0);
  const scale = moneyScale(largest, currency);
  const isSmall = majorOf(largest, currency) / scale.divisor < 10;
  return scale.unit !== null && isSmall ? { ...scale, decimals: scale.decimals + 1 } : scale;
}

function isTooSmall(minor: number, scale: MoneyScale, currency: Currency): boolean {
  const major = majorOf(minor, currency);
  return minor !== 0 && Math.abs(major / scale.divisor) < 0.5 * 10 ** -scale.decimals;
}

const DOWNWARDS: readonly MoneyScale[] = [
  { divisor: 1e9, unit: "billion", decimals: 1 },
  { divisor: 1e6, unit: "million", decimals: 1 },
  { divisor: 1e3, unit: "thousand", decimals: 0 },
];

/** For the ends of a range and what lies between: the unit of the largest in which the smallest still shows. */
export function onOneScale<Format extends MoneyFormat>(
  money: Format,
  amounts: readonly (number | null)[],
): Format {
  const known = amounts.flatMap((minor) => minor ?? []);
  const largest = known.reduce((max, minor) => Math.max(max, Math.abs(minor)), 0);
  const { divisor } = moneyScale(largest, money.currency);
  const fits = (scale: MoneyScale) =>
    scale.divisor <= divisor && !known.some((minor) => isTooSmall(minor, scale, money.currency));
  return { ...money, scale: DOWNWARDS.find(fits) ?? PLAIN };
}

/** So many units on either side make a decimal pretence. */
const WIDE = 4;

/** For an estimate: value and ends on one scale, with the decimals that the interval leaves. */
export function onScaleOfDoubt<Format extends MoneyFormat>(
  money: Format,
  { value, low, high }: { value: number | null; low: number | null; high: number | null },
): Format {
  const range = onOneScale(money, [value, low, high]);
  if (low === null || high === null || !range.scale) return range;
  const width = majorOf(high - low, money.currency) / range.scale.divisor;
  return width < 2 * WIDE ? range : { ...range, scale: { ...range.scale, decimals: 0 } };
}

/** "0.92 m": without the currency, for columns whose heading names it. Never shows 0 for less than a unit's last digit. */
export function formatInScale(minor: number | null, scale: MoneyScale, money: MoneyFormat): string {
  if (minor === null) return notAvailable(money.locale);
  if (minor === 0) return "0";
  const major = majorOf(minor, money.currency);
  const used = isTooSmall(minor, scale, money.currency) ? moneyScale(minor, money.currency) : scale;
  const text = formatNumber(major / used.divisor, money.locale, used.decimals);
  return used.unit === null ? text : `${text}\u00a0${formatWords(money.locale)[used.unit]}`;
}

/** English names the currency first, the Nordic languages last. */
function withCurrency(amount: string, { currency, locale }: MoneyFormat): string {
  const code = codeOf(currency);
  return locale.startsWith("en") ? `${code}\u00a0${amount}` : `${amount}\u00a0${code}`;
}

/** "DKK 52.2 m", "52,2 mio. DKK" */
export function formatMoney(minor: number | null, money: MoneyFormat): string {
  if (minor === null) return notAvailable(money.locale);
  return withCurrency(formatAmount(minor, money), money);
}

/** "52.2 m": inside a sentence that has named the currency. */
export function formatAmount(minor: number | null, money: MoneyFormat): string {
  return minor === null
    ? notAvailable(money.locale)
    : formatInScale(minor, money.scale ?? moneyScale(minor, money.currency), money);
}

/** "DKK 48,200": every unit, for single orders and contracts. */
export function formatMoneyInFull(minor: number | null, money: MoneyFormat): string {
  if (minor === null) return notAvailable(money.locale);
  const major = majorOf(minor, money.currency);
  return withCurrency(formatNumber(major, money.locale), money);
}

/** Places on an axis of money that are round in the currency it is read in. */
export function moneyTicks(amounts: readonly number[], currency: Currency): number[] {
  return axisTicks(amounts.map((minor) => majorOf(minor, currency))).map((major) =>
    minorOf(major, currency),
  );
}
