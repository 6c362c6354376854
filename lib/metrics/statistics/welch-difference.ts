import { checkAllFinite } from "../core/check";
import { mean } from "../core/order-statistics";
import { type Difference, noDifference, tested, untested } from "./difference";
import { varianceOf } from "./mean-interval";
import { studentLimit, studentTail } from "./student-t";

export type WelchDifference = Difference & {
  /** Degrees of freedom, seldom whole; null where nothing is tested. */
  readonly degrees: number | null;
};

/**
 * Welch difference: do the means of two independent groups really differ?
 *
 * Formula: mean now minus mean before; SE squared = variance / n of both groups added; t = difference /
 * SE with (SE squared) squared / (sum of (variance / n) squared / (n - 1)) degrees of freedom.
 *
 * @param now values of the one group
 * @param before values of the other, of different people or accounts
 * @returns difference in the unit of the values with interval, p, degrees of freedom and whether it is
 *   a real change; untested where a group has one value or neither varies
 * Empty: null with noData when a group is empty.
 * @throws RangeError when a value is not finite, naming its row
 * @source Welch (1947), Biometrika 34; Satterthwaite (1946), Biometrics Bulletin 2
 * @example welchDifference([4, 5, 5, 4], [3, 2, 3, 4]).value // => 1.5
 * @example welchDifference([4, 5, 5, 4], [3, 2, 3, 4]).pValue // => 0.0273
 */
export function welchDifference(
  now: readonly number[],
  before: readonly number[],
): WelchDifference {
  checkAllFinite(now, "now");
  checkAllFinite(before, "before");
  const n = now.length + before.length;
  const [is, was] = [mean(now), mean(before)];
  if (is === null || was === null) return { ...noDifference(n, "noData"), degrees: null };
  const value = is - was;
  const a = varianceOf(now, is) / now.length;
  const b = varianceOf(before, was) / before.length;
  if (Math.min(now.length, before.length) < 2 || a + b === 0)
    return { ...untested(value, n), degrees: null };
  const degrees = (a + b) ** 2 / (a ** 2 / (now.length - 1) + b ** 2 / (before.length - 1));
  const standardError = Math.sqrt(a + b);
  const half = studentLimit(degrees) * standardError;
  const pValue = studentTail(value / standardError, degrees);
  const limits = { method: "welch", low: value - half, high: value + half, pValue };
  return { ...tested(value, n, limits), degrees };
}
