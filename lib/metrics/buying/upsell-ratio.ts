import { checkCount } from "../core/check";
import { type Estimate, type Interval, interval } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";

export type UpsellRatio = {
  /** Customers with more than one product type per customer with exactly one. */
  readonly ratio: Estimate<"noData" | "noSingleTypeCustomer">;
  /** The share with more than one among those with any. */
  readonly share: Estimate;
  readonly multiple: number;
  readonly single: number;
};

/**
 * Upsell ratio: how many customers use more than one product type, per customer who uses only one?
 *
 * Formula: customers with more than one product type active at the snapshot : customers with exactly
 * one; beside it the share multiple / (multiple + single). Interval: Wilson on the share, its odds as
 * limits of the ratio.
 *
 * @param productTypeCounts per customer the number of product types active at the snapshot, whole;
 *   customers with none are left out
 * @returns ratio and share 0..1, each with interval, and the two counts
 * Empty: both null with noData without customers; the ratio null when nobody has exactly one type.
 * @throws RangeError when a count is negative or not whole, naming its row
 * @source Wilson (1927); Holdfast's own construct
 * @example upsellRatio([1, 1, 2, 3, 0]).ratio.value // => 1
 * @example upsellRatio([1, 1, 2, 0]).share.value // => 0.333
 */
export function upsellRatio(productTypeCounts: readonly number[]): UpsellRatio {
  let multiple = 0;
  let single = 0;
  productTypeCounts.forEach((count, index) => {
    checkCount(count, () => `productTypeCounts[${index}]`);
    if (count === 1) single += 1;
    if (count > 1) multiple += 1;
  });
  const share = wilsonInterval(multiple, multiple + single);
  return { ratio: ratioOf(multiple, single, share), share, multiple, single };
}

function ratioOf(multiple: number, single: number, share: Estimate): UpsellRatio["ratio"] {
  if (share.value === null) return share;
  if (single === 0) return { value: null, n: share.n, reason: "noSingleTypeCustomer" };
  return {
    value: multiple / single,
    n: share.n,
    interval: share.interval && oddsOf(share.interval),
  };
}

function oddsOf(share: Interval): Interval {
  const odds = (p: number) => p / (1 - p);
  return interval("wilsonOdds", odds(share.low), odds(share.high), share);
}
