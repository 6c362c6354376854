import { checkCount, checkFinite } from "../core/check";

/**
 * Wallet allocation: which share of wallet does a supplier's rank suggest where spend is not known?
 *
 * Formula: (1 - rank / (suppliers + 1)) x 2 / suppliers; ties take the mean rank.
 *
 * @param rank our rank among the customer's suppliers, 1 is first; halves for ties
 * @param suppliers how many suppliers the customer uses, at least 1
 * @returns share 0..1; over all ranks the shares add up to 1
 * Empty: a rank that is not known has no allocation; do not call with null.
 * @throws RangeError when suppliers is not whole and at least 1, or the rank is not a whole or half
 *   number from 1 to suppliers
 * @source Keiningham, Aksoy, Buoye & Cooil (2011), Customer Loyalty Isn't Enough
 * @example walletAllocation(1, 2) // => 0.667
 * @example walletAllocation(2, 3) // => 0.333
 */
export function walletAllocation(rank: number, suppliers: number): number {
  if (checkCount(suppliers, "suppliers") < 1) throw new RangeError("suppliers must be at least 1");
  if (!(rank >= 1 && rank <= suppliers && Number.isInteger(2 * rank)))
    throw new RangeError(`rank must be a whole or half number from 1 to ${suppliers}, got ${rank}`);
  return ((1 - rank / (suppliers + 1)) * 2) / suppliers;
}

/**
 * Wallet allocations: how does a customer's rating of its suppliers divide its wallet between them?
 *
 * Formula: suppliers ranked by their ratings, best first, ties taking the mean of the ranks they share;
 * each then has its wallet allocation.
 *
 * @param ratings per supplier the customer's rating on one scale, higher is better
 * @returns share 0..1 per supplier, in the given order; they add up to 1
 * Empty: no suppliers, no shares.
 * @throws RangeError when a rating is not finite, naming its row
 * @source Keiningham, Aksoy, Buoye & Cooil (2011), Customer Loyalty Isn't Enough
 * @example walletAllocations([9, 8, 8]) // => [0.5, 0.25, 0.25]
 */
export function walletAllocations(ratings: readonly number[]): number[] {
  ratings.forEach((rating, index) => {
    checkFinite(rating, `ratings[${index}]`);
  });
  return ratings.map((rating) => {
    const better = ratings.filter((other) => other > rating).length;
    const equal = ratings.filter((other) => other === rating).length;
    return walletAllocation(better + (equal + 1) / 2, ratings.length);
  });
}
