import { checkBetween, checkNonNegative } from "../core/check";
import type { Estimate } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";
import { limited } from "../statistics/clustered-share";

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
    const { listMinor, discountedListMinor } = row;
    checkNonNegative(listMinor, () => `rows[${index}].listMinor`);
    checkBetween(discountedListMinor, 0, listMinor, () => `rows[${index}].discountedListMinor`);
  });
  const share = clusteredRatio(
    rows.map((row) => ({ y: row.discountedListMinor, x: row.listMinor })),
  );
  return limited(share, 1);
}
