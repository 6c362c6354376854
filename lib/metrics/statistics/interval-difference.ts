import type { NoFigureReason } from "../core/reasons";
import { type Estimate, z95 } from "../core/result";
import { type Difference, noDifference, tested, twoSided, untested } from "./difference";

/**
 * Interval difference: do two independent figures really differ, whatever they measure?
 *
 * Formula: d = a - b; the limits combine both intervals: d - root of ((a - l1)² + (u2 - b)²) and
 * d + root of ((u1 - a)² + (b - l2)²). A real difference is one whose interval leaves 0 out; p takes the
 * side towards 0 as 1.96 standard errors.
 *
 * @param first a figure with its 95 % interval
 * @param second the same figure of other accounts
 * @returns difference in the figure's own unit with a 95 % interval, p, and whether it is real
 * Empty: null with noData when one of them is no figure; without an interval isRealChange and p are null.
 * @throws RangeError never
 * @source Zou & Donner (2008), Statistics in Medicine 27
 * @example intervalDifference(wilsonInterval(56, 70), wilsonInterval(48, 80)).interval.low // => 0.0524
 */
export function intervalDifference(
  first: Estimate<NoFigureReason>,
  second: Estimate<NoFigureReason>,
): Difference {
  const n = first.n + second.n;
  if (first.value === null || second.value === null) return noDifference(n, "noData");
  const value = first.value - second.value;
  if (first.interval === null || second.interval === null) return untested(value, n);
  const below = Math.hypot(first.value - first.interval.low, second.interval.high - second.value);
  const above = Math.hypot(first.interval.high - first.value, second.value - second.interval.low);
  return tested(value, n, {
    method: "variance recovery",
    low: value - below,
    high: value + above,
    pValue: twoSided(value, (value > 0 ? below : above) / z95),
  });
}
