import { checkDay } from "../core/check";
import { checkPeriod, isActiveAt, type Period } from "../core/period";
import type { Estimate } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";

/**
 * Repurchase rate: which share of the year's buyers bought more than once in it?
 *
 * Formula: customers with two or more order dates in the period / customers with at least one.
 * Interval: Wilson.
 *
 * @param customers per customer the order days, any order; several orders on one day are one date
 * @param period half-open, normally 12 whole months: a longer one gives a higher rate
 * @returns share 0..1 with interval; n is the number of buyers
 * Empty: null with noData when nobody bought in the period.
 * @throws RangeError when a day is not whole, naming customer and row, or the period is empty
 * @source Wilson (1927); Holdfast's own construct
 * @example repurchaseRate([[10, 40], [20], [400, 410]], { fromDay: 0, untilDay: 365 }).value // => 0.5
 */
export function repurchaseRate(customers: readonly ArrayLike<number>[], period: Period): Estimate {
  checkPeriod(period);
  let buyers = 0;
  let again = 0;
  customers.forEach((days, customer) => {
    const dates = new Set<number>();
    for (let index = 0; index < days.length; index += 1) {
      const day = checkDay(days[index] as number, `customers[${customer}][${index}]`);
      if (isActiveAt(period.fromDay, period.untilDay, day)) dates.add(day);
    }
    if (dates.size >= 1) buyers += 1;
    if (dates.size >= 2) again += 1;
  });
  return wilsonInterval(again, buyers);
}
