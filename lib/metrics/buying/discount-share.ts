import { checkBetween, checkNonNegative } from "../core/check";
import type { Estimate } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";

export type DiscountRow = {
  /** List value of all lines, and of the lines sold below list. */
  readonly listMinor: number;
  readonly discountedListMinor: number;
};

/**
 * Bought on discount: which share of what was bought was bought below list?
 *
 * Formula: sum of the list value of discounted lines / sum of the list value of all lines. Interval:
 * ratio estimator with the account as unit.
 *
 * @param rows one row per account: list values of the period in minor units of one currency
 * @returns share 0..1 with interval; n accounts
 * Empty: null with noData without rows, zeroDenominator when nothing was bought.
 * @throws RangeError when a value is negative, or more was discounted than bought, naming the row
 * @source Cochran, Sampling Techniques (1977)
 * @example discountShare([{ listMinor: 100, discountedListMinor: 40 }, { listMinor: 100, discountedListMinor: 0 }]).value // => 0.2
 */
export function discountShare(
  rows: readonly DiscountRow[],
): Estimate<"noData" | "zeroDenominator"> {
  rows.forEach((row, index) => {
    checkNonNegative(row.listMinor, `rows[${index}].listMinor`);
    checkBetween(row.discountedListMinor, 0, row.listMinor, `rows[${index}].discountedListMinor`);
  });
  return clusteredRatio(rows.map((row) => ({ y: row.discountedListMinor, x: row.listMinor })));
}

export type NegotiationRow = { readonly listMinor: number; readonly signedMinor: number };

/**
 * Negotiation depth: how far below list were the renewals signed?
 *
 * Formula: 1 - sum of signed / sum of list, over signed renewals; a price rise is negative. Interval:
 * ratio estimator with the account as unit. Lost renewals have no depth.
 *
 * @param rows one row per account: list and signed yearly value of its signed renewals, minor units
 * @returns depth, at most 1; n accounts
 * Empty: null with noData without signed renewals, zeroDenominator when the list values add up to 0.
 * @throws RangeError when a value is negative or not finite, naming the row
 * @source Cochran, Sampling Techniques (1977)
 * @example negotiationDepth([{ listMinor: 100, signedMinor: 90 }, { listMinor: 300, signedMinor: 310 }]).value // => 0
 */
export function negotiationDepth(
  rows: readonly NegotiationRow[],
): Estimate<"noData" | "zeroDenominator"> {
  rows.forEach((row, index) => {
    checkNonNegative(row.listMinor, `rows[${index}].listMinor`);
    checkNonNegative(row.signedMinor, `rows[${index}].signedMinor`);
  });
  return clusteredRatio(
    rows.map((row) => ({ y: row.listMinor - row.signedMinor, x: row.listMinor })),
  );
}
