import { currencyExponent } from "./currency-exponent";
import { formatNumber, NOT_AVAILABLE } from "./number";

/** How money reads: the reader's language and the currency of the figure. */
export type MoneyFormat = { locale: string; currency: string };

/** A unit that the figures of one column share. */
export type MoneyScale = { divisor: number; unit: string; decimals: number };

const PLAIN: MoneyScale = { divisor: 1, unit: "", decimals: 0 };

/** The unit in which an amount reads best: 52.2 m, 920 k, 4,200. */
export function moneyScale(minor: number, currency: string): MoneyScale {
  const major = Math.abs(minor) / 10 ** currencyExponent(currency);
  if (major >= 999_950_000) return { divisor: 1e9, unit: "bn", decimals: 1 };
  if (major >= 999_500) return { divisor: 1e6, unit: "m", decimals: 1 };
  if (major >= 10_000) return { divisor: 1e3, unit: "k", decimals: 0 };
  return PLAIN;
}

/** For a column: the unit of its largest amount, with a second decimal where all are small. */
export function moneyColumn(amounts: readonly number[], currency: string): MoneyScale {
  const largest = amounts.reduce((max, minor) => Math.max(max, Math.abs(minor)), 0);
  const scale = moneyScale(largest, currency);
  const isSmall = largest / 10 ** currencyExponent(currency) / scale.divisor < 10;
  return scale.unit !== "" && isSmall ? { ...scale, decimals: scale.decimals + 1 } : scale;
}

/** "0.92 m": without the currency, for columns whose heading names it. Never shows 0 for less than a unit's last digit. */
export function formatInScale(minor: number | null, scale: MoneyScale, money: MoneyFormat): string {
  if (minor === null) return NOT_AVAILABLE;
  if (minor === 0) return "0";
  const major = minor / 10 ** currencyExponent(money.currency);
  const isTooSmall = minor !== 0 && Math.abs(major / scale.divisor) < 0.5 * 10 ** -scale.decimals;
  const used = isTooSmall ? moneyScale(minor, money.currency) : scale;
  const text = formatNumber(major / used.divisor, money.locale, used.decimals);
  return used.unit === "" ? text : `${text}\u00a0${used.unit}`;
}

/** "DKK 52.2 m" */
export function formatMoney(minor: number | null, money: MoneyFormat): string {
  if (minor === null) return NOT_AVAILABLE;
  const scale = moneyScale(minor, money.currency);
  return `${money.currency}\u00a0${formatInScale(minor, scale, money)}`;
}

/** "52.2 m": inside a sentence that has named the currency. */
export function formatAmount(minor: number | null, money: MoneyFormat): string {
  return minor === null
    ? NOT_AVAILABLE
    : formatInScale(minor, moneyScale(minor, money.currency), money);
}

/** "DKK 48,200": every unit, for single orders and contracts. */
export function formatMoneyInFull(minor: number | null, money: MoneyFormat): string {
  if (minor === null) return NOT_AVAILABLE;
  const major = minor / 10 ** currencyExponent(money.currency);
  return `${money.currency}\u00a0${formatNumber(major, money.locale)}`;
}
