import { checkNonNegative, checkWholeBetween } from "../core/check";
import { type BgNbdParameters, expectedPurchases, type PurchaseRow } from "./bg-nbd";
import { contractLifetimeValue, type LifetimeValue } from "./customer-lifetime-value";
import { expectedSpend, type GammaGammaParameters, type SpendRow } from "./gamma-gamma";
import { fitShiftedBetaGeometric, residualLifetime } from "./shifted-beta-geometric";

export type ContractModelValue =
  | {
      readonly value: number;
      readonly n: number;
      readonly method: "shiftedBetaGeometric";
      readonly alpha: number;
      readonly beta: number;
    }
  | LifetimeValue;

/**
 * Contract lifetime value by model: what is a new contract customer's future margin worth today, when
 * those who stay are the ones likely to stay?
 *
 * Formula: yearly margin x sum over renewals k = 1, 2, ... of S(k) / (1 + d) to the power of k, with the
 * shifted beta-geometric S of one cohort; under three renewal points, or where customers do not differ,
 * the quick form at the share renewed over all points.
 *
 * @param activeCounts customers of one cohort at the start and after each yearly renewal
 * @param input yearly margin in minor units, yearly discount rate above 0
 * @returns minor units per customer, first margin in a year, and which method was used
 * Empty: as the quick form: null with noData or notIdentified.
 * @throws RangeError when a count is not whole or rises, or the discount rate is not above 0
 * @source Fader & Hardie (2007, 2010)
 * @example contractModelValue([1000, 869, 743, 653, 593, 551, 517, 491], { yearlyMarginMinor: 100, discountRate: 0.1 }).value // => 492
 * @example contractModelValue([100, 80], { yearlyMarginMinor: 100, discountRate: 0.1 }).value // => 267
 */
export function contractModelValue(
  activeCounts: readonly number[],
  input: { readonly yearlyMarginMinor: number; readonly discountRate: number },
): ContractModelValue {
  const { yearlyMarginMinor, discountRate } = input;
  checkNonNegative(yearlyMarginMinor, "yearlyMarginMinor");
  const fit = fitShiftedBetaGeometric(activeCounts);
  if (fit.reason !== null) {
    const opening = activeCounts.slice(0, -1).reduce((total, count) => total + count, 0);
    const kept = activeCounts.slice(1).reduce((total, count) => total + count, 0);
    return contractLifetimeValue({ yearlyMarginMinor, opening, kept, discountRate });
  }
  const margins = residualLifetime(fit, { renewals: 0, discountRate }) / (1 + discountRate);
  return {
    value: yearlyMarginMinor * margins,
    n: fit.n,
    method: "shiftedBetaGeometric",
    alpha: fit.alpha,
    beta: fit.beta,
  };
}

export type OrderModelInput = {
  readonly purchases: BgNbdParameters;
  readonly spend: GammaGammaParameters;
  /** Units of the fits' time in a year: 52.18 for weeks. */
  readonly timePerYear: number;
  readonly years: number;
  readonly discountRate: number;
  /** Share of the spend that is margin, 0..1. */
  readonly marginShare: number;
};

/**
 * Order lifetime value by model: what is an order customer's margin of the coming years worth today?
 *
 * Formula: sum over the years k of (expected purchases up to year k minus up to year k - 1) x expected
 * spend x margin share / (1 + d) to the power of k - 1/2, a year's orders counted at its middle.
 *
 * @param row the customer's repeat orders, their timing and their mean amount
 * @param input the two fits, time units in a year, years ahead (1-20), discount rate and margin share
 * @returns amount per customer in the unit of the spend; for sums over customers, loose for one
 * Empty: null where the spend model has no mean for the customer.
 * @throws RangeError when the row, the years, the rate or the share is off its range
 * @source Fader, Hardie & Lee (2005), RFM and CLV: Using Iso-Value Curves; Fader & Hardie (2013)
 * @example orderModelValue({ frequency: 2, recency: 30.43, age: 38.86, meanSpend: 22.35 }, { purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, spend: { p: 6.25, q: 3.74, gamma: 15.44 }, timePerYear: 52.18, years: 3, discountRate: 0.1, marginShare: 0.3 }) // => 23.3
 */
export function orderModelValue(
  row: PurchaseRow & SpendRow,
  input: OrderModelInput,
): number | null {
  const { purchases, spend, timePerYear, years, discountRate, marginShare } = input;
  checkWholeBetween(years, 1, 20, "years");
  checkNonNegative(discountRate, "discountRate");
  checkNonNegative(timePerYear, "timePerYear");
  if (!(marginShare >= 0 && marginShare <= 1)) throw new RangeError("marginShare must be 0..1");
  const perOrder = expectedSpend(spend, row);
  if (perOrder === null) return null;
  let value = 0;
  let before = 0;
  for (let year = 1; year <= years; year += 1) {
    const upTo = expectedPurchases(purchases, year * timePerYear, row);
    value += ((upTo - before) * perOrder * marginShare) / (1 + discountRate) ** (year - 0.5);
    before = upTo;
  }
  return value;
}
