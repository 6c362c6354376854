import { firstDayOfMonth, lastWholeMonth, monthOfDay, shiftMonths } from "../core/calendar";
import { lastOrderDay, runningRevenue } from "./running-revenue";
import type { AccountHistory, LoyaltyContext } from "./types";

const monthsAhead = 24;

/** The day from which there will be a base: a coming close of a month, or a contract's first anniversary. */
export function baseKnownFrom(
  history: AccountHistory,
  asOfDay: number,
  context: LoyaltyContext,
): number | null {
  const known = knownBy(history, asOfDay);
  const last = lastWholeMonth(asOfDay);
  const closes = Array.from({ length: monthsAhead }, (_, k) => firstDayOfMonth(last + 2 + k) - 1);
  const anniversaries = known.contracts.map(({ startDay }) => shiftMonths(startDay, 12));
  const days = [...closes, ...anniversaries].filter((day) => day > asOfDay).sort((a, b) => a - b);
  return days.find((day) => (runningRevenue(known, day, context).baseMinor ?? 0) > 0) ?? null;
}

/** Contracts and orders up to a day; of the running month only where it had an order by then. */
function knownBy(history: AccountHistory, asOfDay: number): AccountHistory {
  const { orders, contracts } = history;
  const lastDay = lastOrderDay(orders, asOfDay);
  const lastMonth = Math.max(
    lastWholeMonth(asOfDay),
    lastDay === null ? Number.NEGATIVE_INFINITY : monthOfDay(lastDay),
  );
  const months = Math.max(0, lastMonth - orders.firstMonth + 1);
  return {
    ...history,
    contracts: contracts.filter(({ startDay }) => startDay <= asOfDay),
    orders: { ...orders, totalMinor: Array.from(orders.totalMinor).slice(0, months) },
  };
}
