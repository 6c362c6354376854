import { checkFinite, checkNonNegative, checkPopulation } from "../core/check";
import { sum } from "../core/order-statistics";
import { type Estimate, interval, z95 } from "../core/result";

export type RatioRow = { readonly y: number; readonly x: number };

/**
 * Clustered ratio: what is a share or a rate when each account brings its own weight?
 *
 * Formula: R = sum of y / sum of x, one row per account; u = y - R x;
 * variance = A / (A - 1) x sum of u squared / (sum of x) squared; 95 % interval R +/- 1.96 SE.
 * With a population the standard error is multiplied by the root of 1 - A / population.
 *
 * @param rows one row per account (the sampling unit): y what is counted, x the weight, at least 0
 * @param options population: how many accounts there are, where the question is what all would have said
 * @returns R in the unit of y / x, n accounts, interval (null for one account), effective n by Kish
 * Empty: null with noData without rows, zeroDenominator when the weights add up to 0.
 * @throws RangeError when y is not finite, x negative or not finite, or the population smaller than n
 * @source Cochran, Sampling Techniques (1977), section 6.3; Kish, Survey Sampling (1965)
 * @example clusteredRatio([{ y: 1, x: 1 }, { y: 0, x: 1 }, { y: 1, x: 2 }]).value // => 0.5
 */
export function clusteredRatio(
  rows: readonly RatioRow[],
  options: { readonly population?: number } = {},
): Estimate<"noData" | "zeroDenominator"> {
  const n = rows.length;
  const population = checkPopulation(options.population, n);
  if (n === 0) return { value: null, n, reason: "noData" };
  rows.forEach((row, index) => {
    checkFinite(row.y, `rows[${index}].y`);
    checkNonNegative(row.x, `rows[${index}].x`);
  });
  const weight = sum(rows.map(({ x }) => x));
  if (weight === 0) return { value: null, n, reason: "zeroDenominator" };
  const value = sum(rows.map(({ y }) => y)) / weight;
  if (n === 1) return { value, n, interval: null };
  const squares = sum(rows.map(({ y, x }) => (y - value * x) ** 2));
  const left = population === null ? 1 : 1 - n / population;
  const standardError = Math.sqrt((n / (n - 1)) * squares * left) / weight;
  const effectiveN = weight ** 2 / sum(rows.map(({ x }) => x * x));
  return {
    value,
    n,
    interval: interval("ratio", value - z95 * standardError, value + z95 * standardError, {
      n,
      effectiveN,
      population,
    }),
  };
}
