import { currencyExponent } from "./currency-exponent";
import { formatNumber } from "./number";
import { formatWords, notAvailable } from "./words";

/** How money reads: the reader's language and the currency of the figure. */
export type MoneyFormat = { locale: string; currency: string };

/** A unit that the figures of one column share. */
export type MoneyScale = {
  divisor: number;
  unit: "thousand" | "million" | "billion" | null;
  decimals: number;
};

const PLAIN: MoneyScale = { divisor: 1, unit: null, decimals: 0 };

/** The unit in which an amount reads best: 52.2 m, 920 k, 4,200. */
export function moneyScale(minor: number, currency: string): MoneyScale {
  const major = Math.abs(minor) / 10 ** currencyExponent(currency);
  if (major >= 999_950_000) return { divisor: 1e9, unit: "billion", decimals: 1 };
  if (major >= 999_500) return { divisor: 1e6, unit: "million", decimals: 1 };
  if (major >= 10_000) return { divisor: 1e3, unit: "thousand", decimals: 0 };
  return PLAIN;
}

/** For a column: the unit of its largest amount, with a second decimal where all are small. */
export function moneyColumn(amounts: readonly number[], currency: string): MoneyScale {
  const largest = amounts.reduce((max, minor) => Math.max(max, Math.abs(minor)), 0);
  const scale = moneyScale(largest, currency);
  const isSmall = largest / 10 ** currencyExponent(currency) / scale.divisor < 10;
  return scale.unit !== null && isSmall ? { ...scale, decimals: scale.decimals + 1 } : scale;
}

/** "0.92 m": without the currency, for columns whose heading names it. Never shows 0 for less than a unit's last digit. */
export function formatInScale(minor: number | null, scale: MoneyScale, money: MoneyFormat): string {
  if (minor === null) return notAvailable(money.locale);
  if (minor === 0) return "0";
  const major = minor / 10 ** currencyExponent(money.currency);
  const isTooSmall = minor !== 0 && Math.abs(major / scale.divisor) < 0.5 * 10 ** -scale.decimals;
  const used = isTooSmall ? moneyScale(minor, money.currency) : scale;
  const text = formatNumber(major / used.divisor, money.locale, used.decimals);
  return used.unit === null ? text : `${text}\u00a0${formatWords(money.locale)[used.unit]}`;
}

/** English names the currency first, the Nordic languages last. */
function withCurrency(amount: string, { currency, locale }: MoneyFormat): string {
  return locale.startsWith("en") ? `${currency}\u00a0${amount}` : `${amount}\u00a0${currency}`;
}

/** "DKK 52.2 m", "52,2 mio. DKK" */
export function formatMoney(minor: number | null, money: MoneyFormat): string {
  if (minor === null) return notAvailable(money.locale);
  const scale = moneyScale(minor, money.currency);
  return withCurrency(formatInScale(minor, scale, money), money);
}

/** "52.2 m": inside a sentence that has named the currency. */
export function formatAmount(minor: number | null, money: MoneyFormat): string {
  return minor === null
    ? notAvailable(money.locale)
    : formatInScale(minor, moneyScale(minor, money.currency), money);
}

/** "DKK 48,200": every unit, for single orders and contracts. */
export function formatMoneyInFull(minor: number | null, money: MoneyFormat): string {
  if (minor === null) return notAvailable(money.locale);
  const major = minor / 10 ** currencyExponent(money.currency);
  return withCurrency(formatNumber(major, money.locale), money);
}
