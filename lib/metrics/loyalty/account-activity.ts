import { firstDayOfMonth, lastWholeMonth, shiftMonths } from "../core/calendar";
import type { Activity, Rhythm } from "./assessment-types";
import { isContractActive } from "./contract-terms";
import { hasRecentOrders, lastOrderDay } from "./running-revenue";
import type { AccountHistory, OrderHistory } from "./types";

/**
 * Active account: is this a customer at the as-of date?
 *
 * Formula: a contract active at the as-of date, or an order in the last 12 whole months that is not
 * lost. The contract part is lost at the end of the last contract or at a recorded churn; the order
 * part once the days since the last order reach twice the late line (never before 60 days), without
 * a rhythm after 12 months without an order, standing orders 12 months after the last of them. A later
 * order or contract is won back.
 *
 * @param history one account
 * @param asOfDay day number
 * @param rhythm the account's own rhythm at that day
 * @returns whether it is active, by which part, and since when it counts as lost
 * Empty: not active and not lost when it never bought.
 * @throws RangeError never
 * @source Holdfast's own construct
 * @example accountActivity(emptyAccountHistory, 0, orderRhythm([], 0)) // => { isActive: false, hasContract: false, hasOrders: false, lostOnDay: null }
 */
export function accountActivity(
  history: AccountHistory,
  asOfDay: number,
  rhythm: Rhythm,
): Activity {
  const churnedOn = churnDay(history, asOfDay);
  const hasContract =
    churnedOn === null
      ? history.contracts.some((contract) => isContractActive(contract, asOfDay))
      : history.contracts.some(
          (contract) => isContractActive(contract, asOfDay) && contract.startDay >= churnedOn,
        );
  const orderLostOn = orderPartLostOn(history, asOfDay, rhythm);
  const hasOrders =
    hasRecentOrders(history.orders, asOfDay) &&
    (orderLostOn === null || orderLostOn > asOfDay) &&
    (churnedOn === null || (lastOrderDay(history.orders, asOfDay) ?? -Infinity) >= churnedOn);
  const isActive = hasContract || hasOrders;
  const lostDays = [churnedOn, lastContractEnd(history, asOfDay), orderLostOn].filter(
    (day) => day !== null && day <= asOfDay,
  ) as number[];
  return {
    isActive,
    hasContract,
    hasOrders,
    lostOnDay: isActive || lostDays.length === 0 ? null : (churnedOn ?? Math.max(...lostDays)),
  };
}

function churnDay({ churn }: AccountHistory, asOfDay: number): number | null {
  return churn !== null && churn.recordedDay <= asOfDay && churn.effectiveDay <= asOfDay
    ? churn.effectiveDay
    : null;
}

function lastContractEnd({ contracts }: AccountHistory, asOfDay: number): number | null {
  let last: number | null = null;
  for (const { endDay } of contracts)
    if (endDay !== null && endDay <= asOfDay && (last === null || endDay > last)) last = endDay;
  return last;
}

/** Lost when both halves are: what was placed by its rhythm, and standing orders, known by month, after 12 months. */
function orderPartLostOn(history: AccountHistory, asOfDay: number, rhythm: Rhythm): number | null {
  const standing = lastStandingMonth(history.orders, asOfDay);
  const days: number[] = [];
  if (rhythm.score !== null) days.push(rhythm.lostOnDay);
  else if (rhythm.lastOrderDay !== null) days.push(shiftMonths(rhythm.lastOrderDay, 12));
  if (standing !== null) days.push(firstDayOfMonth(standing + 13) - 1);
  return days.length === 0 ? null : Math.max(...days);
}

function lastStandingMonth(orders: OrderHistory, asOfDay: number): number | null {
  let index = Math.min(
    orders.automaticMinor.length - 1,
    lastWholeMonth(asOfDay) - orders.firstMonth,
  );
  while (index >= 0 && !((orders.automaticMinor[index] ?? 0) > 0)) index -= 1;
  return index < 0 ? null : orders.firstMonth + index;
}
