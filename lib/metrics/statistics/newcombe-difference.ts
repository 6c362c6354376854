import { normalTail } from "../numeric/normal";
import { type Difference, noDifference, tested } from "./difference";
import { wilsonInterval, wilsonLimits } from "./wilson-interval";

/**
 * Newcombe difference: did a share really change between two independent groups?
 *
 * Formula: d = p1 - p2; the limits combine both Wilson intervals:
 * d - root of ((p1 - l1)² + (u2 - p2)²) and d + root of ((u1 - p1)² + (p2 - l2)²).
 * A real change is one whose interval leaves 0 out; p is the level at which it just would.
 *
 * @param k1 how many of the first group
 * @param n1 size of the first group
 * @param k2 how many of the second group
 * @param n2 size of the second group
 * @returns difference -1..1 with a 95 % interval, p, and whether it is a real change
 * Empty: null with noData when a group is empty; isRealChange and p are then null.
 * @throws RangeError when a count is not whole or larger than its group
 * @source Newcombe (1998), Statistics in Medicine 17, method 10
 * @example newcombeDifference(56, 70, 48, 80).interval.low // => 0.0524
 * @example newcombeDifference(56, 70, 48, 80).interval.high // => 0.3339
 */
export function newcombeDifference(k1: number, n1: number, k2: number, n2: number): Difference {
  const first = wilsonInterval(k1, n1);
  const second = wilsonInterval(k2, n2);
  const n = n1 + n2;
  if (first.value === null || second.value === null) return noDifference(n, "noData");
  const [p1, p2] = [first.value, second.value];
  const value = p1 - p2;
  const below = (z?: number) =>
    Math.hypot(p1 - wilsonLimits(p1, n1, z)[0], wilsonLimits(p2, n2, z)[1] - p2);
  const above = (z?: number) =>
    Math.hypot(wilsonLimits(p1, n1, z)[1] - p1, p2 - wilsonLimits(p2, n2, z)[0]);
  const reach = value > 0 ? below : above;
  return tested(value, n, {
    method: "newcombe",
    low: value - below(),
    high: value + above(),
    pValue: value === 0 ? 1 : 2 * normalTail(reachesZero(reach, Math.abs(value))),
  });
}

/** The z at which a limit meets 0: the level at which the interval just holds no change. */
function reachesZero(reach: (z: number) => number, distance: number): number {
  let low = 0;
  let high = 40;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (reach(middle) < distance) low = middle;
    else high = middle;
  }
  return high;
}
