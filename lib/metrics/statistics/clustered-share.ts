import { sumOf } from "../core/order-statistics";
import type { NoFigureReason } from "../core/reasons";
import type { Estimate, Interval } from "../core/result";
import { clusteredRatio } from "./clustered-ratio";
import { wilsonInterval } from "./wilson-interval";

/**
 * Clustered share: how large is a share of things that belong to accounts?
 *
 * Formula: sum of k / sum of n. What belongs to one account shares its fate, so the account is the unit of
 * the ratio estimator, kept within 0..1; yet the interval is never narrower than Wilson's of so many
 * separate things, also where the accounts are alike and the ratio estimator sees no doubt at all.
 *
 * @param accounts per account how many of its things count, of how many
 * @returns share 0..1 with interval; n is the number of accounts that have any
 * Empty: null with noData when no account has any.
 * @throws RangeError when a count is not whole, negative or larger than its n
 * @source Cochran, Sampling Techniques (1977); Wilson (1927)
 * @example clusteredShare([{ k: 2, n: 4 }, { k: 1, n: 1 }, { k: 0, n: 1 }]).value // => 0.5
 */
export function clusteredShare(
  accounts: readonly { readonly k: number; readonly n: number }[],
): Estimate {
  const own = accounts.filter(({ n }) => n > 0);
  const separate = wilsonInterval(
    sumOf(own, ({ k }) => k),
    sumOf(own, ({ n }) => n),
  );
  if (separate.value === null) return separate;
  const byAccount = limited(clusteredRatio(own.map(({ k, n }) => ({ y: k, x: n }))), 1);
  const n = own.length;
  const interval = wider(intervalOf(byAccount), separate.interval);
  return { ...separate, n, interval: interval && { ...interval, n } };
}

/** A share or a rate cannot be below 0, nor some of them above 1, whatever the normal limits say. */
export function limited<Reason extends NoFigureReason>(
  estimate: Estimate<Reason>,
  most: number,
): Estimate<Reason> {
  if (estimate.value === null || estimate.interval === null) return estimate;
  const { low, high } = estimate.interval;
  return {
    ...estimate,
    interval: { ...estimate.interval, low: Math.max(0, low), high: Math.min(most, high) },
  };
}

export function intervalOf(estimate: Estimate<NoFigureReason>): Interval | null {
  return estimate.value === null ? null : estimate.interval;
}

export function wider(one: Interval | null, other: Interval | null): Interval | null {
  if (one === null || other === null) return one ?? other;
  return one.high - one.low > other.high - other.low ? one : other;
}
