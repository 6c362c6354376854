import { currencyExponent } from "@/lib/format/currency-exponent";

/** A month-end rate as the European Central Bank states it: units of `code` for one euro. */
export type RateRow = { month: number; code: string; perEur: number };

/** Conversion into one currency at month-end rates. */
export type Rates = {
  readonly currency: string;
  /**
   * What one minor unit of `code` is in minor units of the target, at the last rate on or before the
   * month's end. Null where no rate is known: an amount without a rate is unknown, never 0.
   */
  factor(code: string, month: number): number | null;
  /** Newest month for which any rate is known; null without rates. */
  readonly newestMonth: number | null;
};

export function buildRates(rows: readonly RateRow[], currency: string): Rates {
  const byCode = new Map<string, RateRow[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  for (const list of byCode.values()) list.sort((a, b) => a.month - b.month);
  const known = new Map<string, number | null>();

  function perEur(code: string, month: number): number | null {
    if (code === "EUR") return 1;
    return byCode.get(code)?.findLast((row) => row.month <= month)?.perEur ?? null;
  }

  function factor(code: string, month: number): number | null {
    if (code === currency) return 1;
    const key = `${code}${month}`;
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const from = perEur(code, month);
    const to = perEur(currency, month);
    const decimals = 10 ** (currencyExponent(currency) - currencyExponent(code));
    const value = from === null || to === null ? null : (to / from) * decimals;
    known.set(key, value);
    return value;
  }

  const months = rows.map((row) => row.month);
  return { currency, factor, newestMonth: months.length === 0 ? null : Math.max(...months) };
}

// A product such as 0.1 * 25 misses its half by the last bit of a float.
const HALF_TOLERANCE = 1e-7;

/** Half-even, the one rounding rule; applied once, at the last step. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  const isHalf = Math.abs(rest - 0.5) < HALF_TOLERANCE;
  const rounded = isHalf ? floor + (Math.abs(floor % 2) === 1 ? 1 : 0) : Math.round(value);
  return rounded === 0 ? 0 : rounded;
}
