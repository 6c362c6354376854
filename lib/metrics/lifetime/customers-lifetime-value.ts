import { checkFinite } from "../core/check";
import { sum, sumOf } from "../core/order-statistics";
import { type Interval, interval, z95 } from "../core/result";
import { type FirstMargin, fewestWithoutLoss, multipleAt } from "./customer-lifetime-value";
import { checkPositive } from "./parameters";

export type CustomerRow = {
  /** Margin of the last year; null where the customer brought none or it is not known. */
  readonly yearlyMarginMinor: number | null;
  /** Was a customer a year ago, or up for renewal in the year. */
  readonly wasCustomer: boolean;
  /** Is one still. */
  readonly isCustomer: boolean;
};

export type CustomersLifetimeValue =
  | {
      readonly value: number;
      readonly n: number;
      readonly interval: Interval | null;
      readonly isLowerBound: boolean;
      readonly retention: number;
      readonly meanMarginMinor: number;
      readonly firstMargin: FirstMargin;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "notIdentified" };

/**
 * Lifetime value over customers: what is a customer's future margin worth today, when neither the
 * retention nor the margin is known for sure?
 *
 * Formula: m r / (1 + d - r), m = mean yearly margin, r = share of last year's customers still there, d
 * = discount rate. Interval: delta method with the customer as unit, so that a doubtful margin counts
 * too. Where nobody left, r = 1 - 3 / n and the value is a lower bound.
 *
 * @param rows one row per customer of either year: its margin, whether it was and is a customer
 * @param options yearly discount rate above 0; first margin in a year (the default) or now
 * @returns minor units per customer with the mean margin and the retention used; n customers
 * Empty: null with noData without a margin or without last year's customers, notIdentified when nobody
 *   left of three or fewer; one customer has no interval.
 * @throws RangeError when a margin is not finite, naming the row, or the discount rate is not above 0
 * @source Gupta & Lehmann (2005); Cochran, Sampling Techniques (1977), section 6.3; Hanley & Lippman-Hand (1983), rule of three
 * @example customersLifetimeValue([{ yearlyMarginMinor: 90, wasCustomer: true, isCustomer: true }, { yearlyMarginMinor: 110, wasCustomer: true, isCustomer: false }], { discountRate: 0.1 }).value // => 83
 */
export function customersLifetimeValue(
  rows: readonly CustomerRow[],
  options: { readonly discountRate: number; readonly firstMargin?: FirstMargin },
): CustomersLifetimeValue {
  const { discountRate, firstMargin = "inAYear" } = options;
  checkPositive(discountRate, "discountRate");
  const n = rows.length;
  const margins: number[] = [];
  let opening = 0;
  let kept = 0;
  rows.forEach(({ yearlyMarginMinor, wasCustomer, isCustomer }, index) => {
    if (yearlyMarginMinor !== null)
      margins.push(checkFinite(yearlyMarginMinor, `rows[${index}].yearlyMarginMinor`));
    if (wasCustomer) opening += 1;
    if (wasCustomer && isCustomer) kept += 1;
  });
  if (margins.length === 0 || opening === 0) return { value: null, n, reason: "noData" };
  const isLowerBound = kept === opening;
  if (isLowerBound && opening < fewestWithoutLoss)
    return { value: null, n, reason: "notIdentified" };
  const retention = isLowerBound ? 1 - 3 / opening : kept / opening;
  const meanMarginMinor = sum(margins) / margins.length;
  const multiple = multipleAt(retention, discountRate, firstMargin);
  const value = meanMarginMinor * multiple;
  // Of both forms the slope by r is (1 + d) / (1 + d - r)^2; a lower bound does not move with r.
  const slope = isLowerBound ? 0 : (1 + discountRate) / (1 + discountRate - retention) ** 2;
  const pulls = rows.map(({ yearlyMarginMinor, wasCustomer, isCustomer }) => {
    const byMargin =
      yearlyMarginMinor === null ? 0 : (yearlyMarginMinor - meanMarginMinor) / margins.length;
    const byRetention = wasCustomer ? ((isCustomer ? 1 : 0) - retention) / opening : 0;
    return multiple * byMargin + meanMarginMinor * slope * byRetention;
  });
  const half = z95 * Math.sqrt((n / (n - 1)) * sumOf(pulls, (pull) => pull * pull));
  const most = isLowerBound
    ? (value + half) * (multipleAt(1, discountRate, firstMargin) / multiple)
    : value + half;
  return {
    value,
    n,
    interval: n === 1 ? null : interval("delta", value - half, Math.max(value + half, most), { n }),
    isLowerBound,
    retention,
    meanMarginMinor,
    firstMargin,
  };
}
