import { checkPeriod, isActiveAt, type Period } from "../core/period";
import type { Estimate } from "../core/result";
import { orderRhythm } from "../loyalty/order-rhythm";
import type { DayRange } from "../loyalty/types";
import { wilsonInterval } from "../statistics/wilson-interval";

/**
 * Bought again when expected: which share of the accounts that were due ordered in time?
 *
 * Formula: of the accounts whose late line, as it stood the day before the period began, falls inside
 * the period, the share that ordered after that day and not after the line. Interval: Wilson.
 *
 * @param accounts per account the distinct order days, ascending, and the country's quiet ranges
 * @param period half-open; it should be over, else the accounts still waiting count as not ordered
 * @returns share 0..1 with interval; n is the number of accounts that were due
 * Empty: null with noData when no account's late line falls inside the period.
 * @throws RangeError when days are not ascending or the period is empty
 * @source Holdfast's own construct
 * @example boughtAgainWhenExpected([{ orderDays: [0, 30, 60, 90, 130] }, { orderDays: [0, 30, 60, 90] }], { fromDay: 100, untilDay: 190 }).value // => 0.5
 */
export function boughtAgainWhenExpected(
  accounts: readonly {
    readonly orderDays: ArrayLike<number>;
    readonly quietRanges?: readonly DayRange[];
  }[],
  period: Period,
): Estimate {
  checkPeriod(period);
  let due = 0;
  let ordered = 0;
  for (const { orderDays, quietRanges = [] } of accounts) {
    const rhythm = orderRhythm(orderDays, period.fromDay - 1, { quietRanges });
    if (rhythm.score === null) continue;
    const line = rhythm.lateOnDay;
    if (!isActiveAt(period.fromDay, period.untilDay, line)) continue;
    due += 1;
    if (hasOrderBetween(orderDays, period.fromDay, line)) ordered += 1;
  }
  return wilsonInterval(ordered, due);
}

function hasOrderBetween(days: ArrayLike<number>, from: number, to: number): boolean {
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] as number;
    if (day >= from && day <= to) return true;
  }
  return false;
}
