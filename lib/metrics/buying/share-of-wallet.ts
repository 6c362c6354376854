import { checkCount, checkNonNegative } from "../core/check";
import type { Estimate } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";

/**
 * Share of wallet: how much of what customers spend on our categories do they spend with us?
 *
 * Formula: sum of own spend / sum of category spend, over the accounts whose wallet is known.
 * Interval: ratio estimator with the account as unit.
 *
 * @param rows one row per account: its spend with us and its whole spend in the category, one currency
 * @returns 0..1 with interval; n accounts whose wallet is known
 * Empty: null with noData without rows, zeroDenominator when the wallets add up to 0.
 * @throws RangeError when an amount is negative, or own spend above the category's, naming the row
 * @source Keiningham et al. (2011), Harvard Business Review 89(10); Cochran (1977)
 * @example shareOfWallet([{ ownMinor: 30, categoryMinor: 100 }, { ownMinor: 20, categoryMinor: 100 }]).value // => 0.25
 */
export function shareOfWallet(
  rows: readonly { readonly ownMinor: number; readonly categoryMinor: number }[],
): Estimate<"noData" | "zeroDenominator"> {
  rows.forEach((row, index) => {
    checkNonNegative(row.ownMinor, `rows[${index}].ownMinor`);
    checkNonNegative(row.categoryMinor, `rows[${index}].categoryMinor`);
    if (row.ownMinor > row.categoryMinor)
      throw new RangeError(`rows[${index}].ownMinor is above its categoryMinor`);
  });
  return clusteredRatio(rows.map((row) => ({ y: row.ownMinor, x: row.categoryMinor })));
}

/**
 * Wallet allocation: which share of wallet does a supplier's rank suggest where spend is not known?
 *
 * Formula: (1 - rank / (suppliers + 1)) x 2 / suppliers; ties take the mean rank.
 *
 * @param rank our rank among the customer's suppliers, 1 is first; halves for ties
 * @param suppliers how many suppliers the customer uses, at least 1
 * @returns share 0..1; over all ranks the shares add up to 1
 * Empty: a rank that is not known has no allocation; do not call with null.
 * @throws RangeError when suppliers is not whole and at least 1, or the rank is not 1..suppliers
 * @source Keiningham, Aksoy, Buoye & Cooil (2011), Customer Loyalty Isn't Enough
 * @example walletAllocation(1, 2) // => 0.667
 * @example walletAllocation(2, 3) // => 0.333
 */
export function walletAllocation(rank: number, suppliers: number): number {
  checkCount(suppliers, "suppliers");
  if (suppliers < 1) throw new RangeError("suppliers must be at least 1");
  if (!(rank >= 1 && rank <= suppliers))
    throw new RangeError(`rank must lie between 1 and ${suppliers}, got ${rank}`);
  return ((1 - rank / (suppliers + 1)) * 2) / suppliers;
}
