import { currencyExponent } from "./currency-exponent";

/** Another currency in which amounts are read. They stay what they are, minor units of what they are kept in. */
export type ShownCurrency = {
  code: string;
  /** The currency the amounts are kept in. */
  of: string;
  /** Units of that for one unit of this. */
  rate: number;
  /** The day of the rate. */
  on: string;
};

/** What an amount is written in: the currency it is kept in, or another at one stated rate. */
export type Currency = string | ShownCurrency;

export function codeOf(currency: Currency): string {
  return typeof currency === "string" ? currency : currency.code;
}

/** Whole units as they are read; the only place where an amount is shown in another currency. */
export function majorOf(minor: number, currency: Currency): number {
  if (typeof currency === "string") return minor / 10 ** currencyExponent(currency);
  return majorOf(minor, currency.of) / currency.rate;
}

/** Back again, for a round place on an axis. */
export function minorOf(major: number, currency: Currency): number {
  if (typeof currency === "string") return major * 10 ** currencyExponent(currency);
  return minorOf(major * currency.rate, currency.of);
}
