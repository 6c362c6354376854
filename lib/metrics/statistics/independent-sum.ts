import { sumOf } from "../core/order-statistics";
import { type Interval, interval } from "../core/result";

type Part = { readonly value: number; readonly n: number; readonly interval: Interval | null };

export type IndependentSum =
  | Part
  | { readonly value: null; readonly n: number; readonly reason: "noData" };

/**
 * Sum of figures: between which values does a sum lie, when each of its parts has a doubt of its own?
 *
 * Formula: the sum of the values; from it down the root of the sum of the squared distances of the parts
 * to their lower limits, and up that to their upper limits.
 *
 * @param parts figures with their intervals, each found from other data; one without is taken as known
 * @returns the sum with its interval; n is the sum of theirs
 * Empty: null with noData without parts; no interval where no part has one.
 * @throws RangeError never
 * @source Zou & Donner (2008), Statistics in Medicine 27, Construction of confidence limits about effect measures
 * @example independentSum([meanInterval([1, 2, 3]), meanInterval([5, 5, 5])]).value // => 7
 */
export function independentSum(parts: readonly Part[]): IndependentSum {
  const n = sumOf(parts, (part) => part.n);
  if (parts.length === 0) return { value: null, n, reason: "noData" };
  const value = sumOf(parts, (part) => part.value);
  if (parts.every((part) => part.interval === null)) return { value, n, interval: null };
  const reach = (end: "low" | "high") =>
    Math.sqrt(sumOf(parts, (part) => ((part.interval?.[end] ?? part.value) - part.value) ** 2));
  const low = value - reach("low");
  return { value, n, interval: interval("squareAndAdd", low, value + reach("high"), { n }) };
}
