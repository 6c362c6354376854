import { checkNonNegative } from "../core/check";
import { sum, sumOf } from "../core/order-statistics";
import { noFigure } from "../core/result";

export type EffectiveSampleSize =
  | {
      readonly value: number;
      readonly n: number;
      /** How many times larger the variance is than with equal weights: n / effective n. */
      readonly designEffect: number;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "zeroDenominator" };

/**
 * Effective n: how many equal accounts would say as much as these unequal ones?
 *
 * Formula: (sum of weights) squared / sum of squared weights.
 *
 * @param weights one per account, at least 0: revenue, for a figure weighed by revenue
 * @returns between 1 and n; n / value is the design effect
 * Empty: null with noData without weights, zeroDenominator when they add up to 0.
 * @throws RangeError when a weight is negative or not finite, naming its row
 * @source Kish, Survey Sampling (1965)
 * @example effectiveSampleSize([1, 1, 1, 1]).value // => 4
 * @example effectiveSampleSize([97, 1, 1, 1]).value // => 1.06
 */
export function effectiveSampleSize(weights: readonly number[]): EffectiveSampleSize {
  weights.forEach((weight, index) => {
    checkNonNegative(weight, `weights[${index}]`);
  });
  const n = weights.length;
  if (n === 0) return noFigure(n, "noData");
  const total = sum(weights);
  if (total === 0) return noFigure(n, "zeroDenominator");
  const value = kishSize(weights, (weight) => weight, total);
  return { value, n, designEffect: n / value };
}

/** @param total of all weights */
export function kishSize<Item>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  total: number,
): number {
  return 1 / sumOf(items, (item) => (weightOf(item) / total) ** 2);
}
