import { type Estimate, interval } from "../core/result";
import { wilsonInterval, wilsonLimits } from "./wilson-interval";

export type Difference = Estimate & { readonly isRealChange: boolean | null };

/**
 * Newcombe difference: did a share really change between two independent groups?
 *
 * Formula: d = p1 - p2; the limits combine both Wilson intervals:
 * d - root of ((p1 - l1)² + (u2 - p2)²) and d + root of ((u1 - p1)² + (p2 - l2)²).
 * A real change is one whose interval leaves 0 out.
 *
 * @param k1 how many of the first group
 * @param n1 size of the first group
 * @param k2 how many of the second group
 * @param n2 size of the second group
 * @returns difference -1..1 with a 95 % interval, and whether it is a real change
 * Empty: null with noData when a group is empty; isRealChange is then null.
 * @throws RangeError when a count is not whole or larger than its group
 * @source Newcombe (1998), Statistics in Medicine 17, method 10
 * @example newcombeDifference(56, 70, 48, 80).interval.low // => 0.0524
 * @example newcombeDifference(56, 70, 48, 80).interval.high // => 0.3339
 */
export function newcombeDifference(k1: number, n1: number, k2: number, n2: number): Difference {
  const first = wilsonInterval(k1, n1);
  const second = wilsonInterval(k2, n2);
  const n = n1 + n2;
  if (first.value === null || second.value === null)
    return { value: null, n, reason: "noData", isRealChange: null };
  const [p1, p2] = [first.value, second.value];
  const [low1, high1] = wilsonLimits(p1, n1);
  const [low2, high2] = wilsonLimits(p2, n2);
  const value = p1 - p2;
  const low = value - Math.hypot(p1 - low1, high2 - p2);
  const high = value + Math.hypot(high1 - p1, p2 - low2);
  return {
    value,
    n,
    interval: interval("newcombe", low, high, { n }),
    isRealChange: low > 0 || high < 0,
  };
}
