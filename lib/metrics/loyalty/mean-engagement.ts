import { checkBetween } from "../core/check";
import { mean } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, bootstrap } from "../statistics/bootstrap";

/**
 * Mean engagement: how much do the customers of a group take part?
 *
 * Formula: mean of the indexes of the accounts that have one; interval: bootstrap over accounts.
 *
 * @param indexes one per account of the group, 0..100; null where less than 60 % of the weight is present
 * @param options seed and replicates of the bootstrap
 * @returns mean 0..100 with interval; n is the accounts that have an index, accounts all of the group
 * Empty: null with noData when no account has an index; no interval of one account.
 * @throws RangeError when an index is not 0..100, naming the row
 * @source Efron & Tibshirani, An Introduction to the Bootstrap (1993); Holdfast's own construct
 * @example meanEngagement([40, 80, null]).value // => 60
 * @example meanEngagement([40, 80, null]).n // => 2
 */
export function meanEngagement(
  indexes: readonly (number | null)[],
  options: BootstrapOptions = {},
): Estimate & { readonly accounts: number } {
  const known = indexes.filter((index) => index !== null);
  indexes.forEach((index, row) => {
    if (index !== null) checkBetween(index, 0, 100, `indexes[${row}]`);
  });
  return { ...bootstrap(known, mean, options), accounts: indexes.length };
}
