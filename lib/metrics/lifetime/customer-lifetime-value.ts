import { checkBetween, checkCount, checkNonNegative } from "../core/check";
import { type Interval, interval } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";
import { checkPositive } from "./parameters";

export type FirstMargin = "now" | "inAYear";

export type LifetimeValue =
  | {
      readonly value: number;
      readonly n: number;
      readonly interval: Interval;
      /** Nobody left yet: the true value is at least this, and at most that of never losing anybody. */
      readonly isLowerBound: boolean;
      readonly retention: number;
      readonly method: "constantRetention";
      readonly firstMargin: FirstMargin;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "notIdentified" };

export type LifetimeInput = {
  readonly yearlyMarginMinor: number;
  /** Customers, or contracts up for renewal, a year ago; and how many of them stayed. */
  readonly opening: number;
  readonly kept: number;
  readonly discountRate: number;
  readonly firstMargin?: FirstMargin;
};

/**
 * Margin multiple: how many yearly margins is a customer worth at a constant retention?
 *
 * Formula: retention / (1 + discount rate - retention), with the first margin in a year.
 *
 * @param retention yearly retention 0..1
 * @param discountRate yearly discount rate, 0.10 for 10 %; above 0 where retention is 1
 * @returns multiple of a yearly margin, 0 or more
 * Empty: a retention that is not known has no multiple; do not call with null.
 * @throws RangeError when retention is not 0..1, the rate negative, or both make it infinite
 * @source Gupta & Lehmann, Managing Customers as Investments (2005)
 * @example marginMultiple(0.8, 0.1) // => 2.67
 */
export function marginMultiple(retention: number, discountRate: number): number {
  checkBetween(retention, 0, 1, "retention");
  checkNonNegative(discountRate, "discountRate");
  if (1 + discountRate - retention <= 0)
    throw new RangeError("discountRate must be above 0 where nobody is lost");
  return retention / (1 + discountRate - retention);
}

/**
 * Contract lifetime value, quick form: what is a contract customer's future margin worth today?
 *
 * Formula: m r / (1 + d - r), m = yearly margin, r = share renewed, d = discount rate, first margin in
 * a year; paid now, multiply by (1 + d) / r. Interval: the formula at the Wilson limits of r. Where nobody
 * left, r = 1 - 3 / n (rule of three), the value is a lower bound and the upper limit is r = 1.
 *
 * @param input yearly margin in minor units, taken as known; contracts up for renewal and renewed; yearly
 *   discount rate
 * @returns minor units per customer, with the retention used
 * Empty: null with noData when nothing was up for renewal, notIdentified when nobody left of three or
 *   fewer.
 * @throws RangeError when counts do not fit or the discount rate is not above 0
 * @source Gupta & Lehmann (2005); Fader & Hardie (2010), Marketing Science 29; Hanley & Lippman-Hand (1983), rule of three
 * @example contractLifetimeValue({ yearlyMarginMinor: 1000, opening: 100, kept: 80, discountRate: 0.1 }).value // => 2667
 * @example contractLifetimeValue({ yearlyMarginMinor: 1000, opening: 30, kept: 30, discountRate: 0.1 }).isLowerBound // => true
 */
export function contractLifetimeValue(input: LifetimeInput): LifetimeValue {
  return constantRetentionValue(input);
}

/**
 * Order lifetime value, simple form: what is an order customer's future margin worth today?
 *
 * Formula: m r / (1 + d - r), m = mean yearly margin of a buyer, r = share of last year's buyers who
 * bought again this year, d = discount rate. It treats all buyers alike and a year's pause as a loss;
 * it is a first figure, not the purchase-process model.
 *
 * @param input yearly margin in minor units, taken as known; last year's buyers and how many bought
 *   again; discount rate
 * @returns minor units per buyer, with the retention used
 * Empty: null with noData without last year's buyers, notIdentified when nobody left of three or fewer.
 * @throws RangeError when counts do not fit or the discount rate is not above 0
 * @source Gupta & Lehmann (2005); Fader & Hardie (2010)
 * @example orderLifetimeValue({ yearlyMarginMinor: 500, opening: 100, kept: 50, discountRate: 0.1 }).value // => 417
 */
export function orderLifetimeValue(input: LifetimeInput): LifetimeValue {
  return constantRetentionValue(input);
}

/** Nobody left of n: with 95 % confidence at most 3 / n leave. Three or fewer say nothing. */
export const fewestWithoutLoss = 4;

export function multipleAt(retention: number, discountRate: number, first: FirstMargin): number {
  if (first === "inAYear") return marginMultiple(retention, discountRate);
  return (1 + discountRate) / (1 + discountRate - retention);
}

function constantRetentionValue(input: LifetimeInput): LifetimeValue {
  const { yearlyMarginMinor, opening, kept, discountRate, firstMargin = "inAYear" } = input;
  checkNonNegative(yearlyMarginMinor, "yearlyMarginMinor");
  checkCount(opening, "opening");
  checkCount(kept, "kept");
  checkPositive(discountRate, "discountRate");
  const share = wilsonInterval(kept, opening);
  if (share.value === null) return share;
  const isLowerBound = kept === opening;
  if (isLowerBound && opening < fewestWithoutLoss)
    return { value: null, n: opening, reason: "notIdentified" };
  const retention = isLowerBound ? 1 - 3 / opening : share.value;
  const { low = retention, high = retention } = isLowerBound
    ? { low: retention, high: 1 }
    : (share.interval ?? {});
  const valueAt = (r: number) => yearlyMarginMinor * multipleAt(r, discountRate, firstMargin);
  const method = isLowerBound ? "ruleOfThree" : "wilson";
  return {
    value: valueAt(retention),
    n: opening,
    interval: interval(method, valueAt(low), valueAt(high), { n: opening }),
    isLowerBound,
    retention,
    method: "constantRetention",
    firstMargin,
  };
}
