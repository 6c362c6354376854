import { checkNonNegative } from "./check";
import { sum } from "./order-statistics";

/** One account's amounts in its own currency, and what one of its minor units is worth at each date. */
export type CurrencyRow = {
  readonly openingMinor: number;
  readonly closingMinor: number;
  /** Null: no rate is known. */
  readonly openingRate: number | null;
  readonly closingRate: number | null;
};

export type ConstantCurrency = {
  /** In the order given; an account without an opening rate is left out. */
  readonly rows: readonly { readonly openingMinor: number; readonly closingMinor: number }[];
  /** What the closing amounts gained or lost by the rates alone; null where a closing rate is missing. */
  readonly exchangeEffectMinor: number | null;
  /** Accounts left out because no opening rate is known. */
  readonly withoutRate: number;
};

/**
 * Constant currency: what would the amounts be if no exchange rate had moved?
 *
 * Formula: opening and closing amount of an account, both x its opening rate; the exchange effect is
 * the sum of closing amount x (closing rate minus opening rate) and stands apart, in no ratio.
 *
 * @param rows one row per account: amounts in minor units of its own currency, and the worth of one
 *   such unit in minor units of the reporting currency at the opening and at the closing date
 * @returns the amounts in the reporting currency, not rounded, and the exchange effect
 * Empty: without rows there are no amounts and no effect (null).
 * @throws RangeError when an amount or a rate is negative or not finite, naming the row
 * @source IAS 21, The Effects of Changes in Foreign Exchange Rates, on what a rate's change is
 * @example constantCurrency([{ openingMinor: 100, closingMinor: 90, openingRate: 2, closingRate: 1.5 }]) // => { rows: [{ openingMinor: 200, closingMinor: 180 }], exchangeEffectMinor: -45, withoutRate: 0 }
 */
export function constantCurrency(rows: readonly CurrencyRow[]): ConstantCurrency {
  rows.forEach(checkRow);
  const rated = rows.flatMap(({ openingRate, ...row }) =>
    openingRate === null ? [] : [{ ...row, openingRate }],
  );
  const effects = rated.map(({ closingMinor, openingRate, closingRate }) =>
    closingRate === null ? null : closingMinor * (closingRate - openingRate),
  );
  const known = effects.filter((effect) => effect !== null);
  const isKnown = rated.length > 0 && known.length === rated.length;
  return {
    rows: rated.map(({ openingMinor, closingMinor, openingRate }) => ({
      openingMinor: openingMinor * openingRate,
      closingMinor: closingMinor * openingRate,
    })),
    exchangeEffectMinor: isKnown ? sum(known) : null,
    withoutRate: rows.length - rated.length,
  };
}

function checkRow(row: CurrencyRow, index: number): void {
  checkNonNegative(row.openingMinor, `rows[${index}].openingMinor`);
  checkNonNegative(row.closingMinor, `rows[${index}].closingMinor`);
  if (row.openingRate !== null) checkNonNegative(row.openingRate, `rows[${index}].openingRate`);
  if (row.closingRate !== null) checkNonNegative(row.closingRate, `rows[${index}].closingRate`);
}
