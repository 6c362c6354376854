import { checkDay } from "../core/check";
import type { Estimate } from "../core/result";
import { kaplanMeier, type MedianLimits } from "../retention/kaplan-meier";
import { clusteredShare } from "../statistics/clustered-share";

export type Delivery = {
  readonly promisedDay: number;
  /** Null while it has not come. */
  readonly deliveredDay: number | null;
};

export type LateDeliveries = {
  readonly share: Estimate;
  /** Deliveries whose promised day is over or that have come, and those of them that were late. */
  readonly due: number;
  readonly late: number;
  /** Half of the late ones came within so many days; null while more than half are still out. */
  readonly medianDaysLate: number | null;
  readonly medianLimits: MedianLimits | null;
};

/**
 * Late deliveries: which share of what we promised came after the promised day, and how late?
 *
 * Formula: deliveries after the promised day / deliveries that came or whose promised day is over; one
 * that is still out counts as late once its day is over. Days late: Kaplan-Meier median over the late
 * ones, those still out censored. Interval: ratio estimator with the account as unit, never
 * narrower than Wilson; Greenwood for the median.
 *
 * @param accounts per account its deliveries promised in the period: promised day, and the day it came
 * @param options the as-of day; what came later is seen as still out
 * @returns share 0..1 with interval (n accounts), the two counts, and the median of days late
 * Empty: null with noData when nothing was due; the median null without late ones, or while more than
 *   half of them are still out.
 * @throws RangeError when a day is not whole, naming account and row
 * @source Cochran, Sampling Techniques (1977); Kaplan & Meier (1958), JASA 53
 * @example lateDeliveries([[{ promisedDay: 10, deliveredDay: 12 }], [{ promisedDay: 10, deliveredDay: 9 }]], { asOfDay: 30 }).share.value // => 0.5
 * @example lateDeliveries([[{ promisedDay: 10, deliveredDay: 12 }], [{ promisedDay: 10, deliveredDay: 9 }]], { asOfDay: 30 }).medianDaysLate // => 2
 */
export function lateDeliveries(
  accounts: readonly (readonly Delivery[])[],
  options: { readonly asOfDay: number },
): LateDeliveries {
  const asOfDay = checkDay(options.asOfDay, "asOfDay");
  const perAccount = accounts.map((deliveries, account) =>
    deliveries.flatMap((delivery, index) => {
      checkDelivery(delivery, `accounts[${account}][${index}]`);
      return dueDelivery(delivery, asOfDay);
    }),
  );
  const due = perAccount.flat();
  const late = due.filter(isLate);
  const days = kaplanMeier(
    late.map(({ daysLate, hasCome }) => ({ time: daysLate, event: hasCome })),
  );
  return {
    share: clusteredShare(
      perAccount.map((own) => ({ k: own.filter(isLate).length, n: own.length })),
    ),
    due: due.length,
    late: late.length,
    medianDaysLate: days.reason === null ? days.median : null,
    medianLimits: days.reason === null ? days.medianLimits : null,
  };
}

type Due = { readonly daysLate: number; readonly hasCome: boolean };

function isLate({ daysLate }: Due): boolean {
  return daysLate > 0;
}

function dueDelivery({ promisedDay, deliveredDay }: Delivery, asOfDay: number): Due[] {
  if (deliveredDay !== null && deliveredDay <= asOfDay)
    return [{ daysLate: deliveredDay - promisedDay, hasCome: true }];
  return promisedDay < asOfDay ? [{ daysLate: asOfDay - promisedDay, hasCome: false }] : [];
}

function checkDelivery({ promisedDay, deliveredDay }: Delivery, name: string): void {
  checkDay(promisedDay, `${name}.promisedDay`);
  if (deliveredDay !== null) checkDay(deliveredDay, `${name}.deliveredDay`);
}
