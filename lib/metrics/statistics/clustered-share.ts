import { sum } from "../core/order-statistics";
import type { NoFigureReason } from "../core/reasons";
import type { Estimate, Interval } from "../core/result";
import { clusteredRatio } from "./clustered-ratio";
import { wilsonInterval } from "./wilson-interval";

/**
 * k of n things that belong to accounts. What belongs to one account shares its fate, so the account is
 * the unit; yet the doubt is never less than that about so many separate things (Wilson), also where
 * the accounts are alike and the ratio estimator sees no doubt at all.
 */
export function clusteredShare(
  accounts: readonly { readonly k: number; readonly n: number }[],
): Estimate {
  const own = accounts.filter(({ n }) => n > 0);
  const separate = wilsonInterval(sum(own.map(({ k }) => k)), sum(own.map(({ n }) => n)));
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
