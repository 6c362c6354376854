import { checkNonNegative } from "../core/check";

export type EarnedGrowthInput = {
  readonly openingMinor: number;
  /** This year's revenue of the accounts that had revenue a year ago. */
  readonly retainedMinor: number;
  readonly earnedNewMinor: number;
  readonly boughtNewMinor: number;
  readonly unknownNewMinor: number;
};

export type EarnedGrowth =
  | {
      /** Earned growth rate, unknown sources counted as bought; `high` counts them as earned. */
      readonly value: number;
      readonly high: number;
      readonly netRetention: number;
      readonly totalGrowth: number;
      /** Earned growth / total growth, with the same two ends; null where revenue did not grow. */
      readonly ratio: { readonly low: number; readonly high: number } | null;
    }
  | { readonly value: null; readonly reason: "noData" };

/**
 * Earned growth: how much of the growth came from customers who stayed, came back or brought others?
 *
 * Formula: net revenue retention + earned new revenue / opening revenue - 1; ratio = earned growth /
 * total growth. New revenue of unknown source makes a range: none of it earned, all of it earned.
 *
 * @param input opening and retained revenue, and the new customers' revenue by source, minor units
 * @returns rates (0.10 = 10 %); the ratio only where total revenue grew
 * Empty: null with noData when there was no opening revenue.
 * @throws RangeError when an amount is negative or not finite, naming it
 * @source Reichheld, Darnell & Burns (2021), Net Promoter 3.0, Harvard Business Review 99(6)
 * @example earnedGrowth({ openingMinor: 100, retainedMinor: 85, earnedNewMinor: 25, boughtNewMinor: 20, unknownNewMinor: 0 }).value // => 0.1
 * @example earnedGrowth({ openingMinor: 100, retainedMinor: 85, earnedNewMinor: 25, boughtNewMinor: 20, unknownNewMinor: 0 }).ratio.low // => 0.33
 */
export function earnedGrowth(input: EarnedGrowthInput): EarnedGrowth {
  const { openingMinor, retainedMinor, earnedNewMinor, boughtNewMinor, unknownNewMinor } = input;
  for (const [name, amount] of Object.entries(input)) checkNonNegative(amount, name);
  if (openingMinor === 0) return { value: null, reason: "noData" };
  const netRetention = retainedMinor / openingMinor;
  const rateOf = (earned: number) => (retainedMinor + earned) / openingMinor - 1;
  const low = rateOf(earnedNewMinor);
  const high = rateOf(earnedNewMinor + unknownNewMinor);
  const totalGrowth = rateOf(earnedNewMinor + unknownNewMinor + boughtNewMinor);
  return {
    value: low,
    high,
    netRetention,
    totalGrowth,
    ratio: totalGrowth > 0 ? { low: low / totalGrowth, high: high / totalGrowth } : null,
  };
}
