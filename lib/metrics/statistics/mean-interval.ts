import { checkAllFinite, checkPopulation } from "../core/check";
import { silentShare } from "../core/finite-population";
import { mean, sumOf } from "../core/order-statistics";
import { type Estimate, interval, noFigure } from "../core/result";
import { studentLimit } from "./student-t";

/**
 * Mean interval: where does the mean of all lie, as far as these values tell?
 *
 * Formula: mean +/- t x root of (variance / n), t of Student's distribution with n - 1 degrees of
 * freedom. With a population the standard error is multiplied by the root of 1 - n / population.
 *
 * @param values one per person or account
 * @param options population: how many there are, where the question is what all would have said
 * @returns mean in the unit of the values, with interval; no interval of one value, nor of values that
 *   are all the same, unless they are the whole population
 * Empty: null with noData without values.
 * @throws RangeError when a value is not finite, naming its row, or the population smaller than n
 * @source Student (1908), Biometrika 6; Cochran (1977) for the correction
 * @example meanInterval([5, 4, 3, 4]).value // => 4
 * @example meanInterval([5, 4, 3, 4]).interval.low // => 2.701
 */
export function meanInterval(
  values: readonly number[],
  options: { readonly population?: number } = {},
): Estimate {
  checkAllFinite(values, "values");
  const n = values.length;
  const population = checkPopulation(options.population, n);
  const value = mean(values);
  if (value === null) return noFigure(n, "noData");
  const silent = silentShare(n, population);
  const variance = varianceOf(values, value);
  if (silent > 0 && variance === 0) return { value, n, interval: null };
  const half = silent === 0 ? 0 : studentLimit(n - 1) * Math.sqrt((variance / n) * silent);
  return { value, n, interval: interval("student", value - half, value + half, { n, population }) };
}

/** Variance with n - 1; 0 for one value. */
export function varianceOf(values: readonly number[], mean: number): number {
  if (values.length < 2) return 0;
  return sumOf(values, (value) => (value - mean) ** 2) / (values.length - 1);
}
