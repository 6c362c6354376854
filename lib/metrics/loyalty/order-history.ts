import { monthOfDay } from "../core/calendar";
import { checkDay, checkFinite } from "../core/check";
import type { AccountHistory, OrderHistory } from "./types";

/** One purchase outside contracts; a credit note is negative. Unknown choice is `notRecorded`. */
export type OrderRow = {
  readonly day: number;
  readonly amountMinor: number;
  readonly choice: "active" | "automatic" | "notRecorded";
};

/** An account of which nothing is known: the object to spread when only some parts exist. */
export const emptyAccountHistory: AccountHistory = {
  accountId: "",
  contracts: [],
  orders: {
    firstMonth: 0,
    totalMinor: [],
    activeMinor: [],
    automaticMinor: [],
    daySquareSum: [],
    orderDays: [],
  },
  people: [],
  events: [],
  wallets: [],
  churn: null,
  quietRanges: [],
};

/**
 * Order history: what did an account buy month by month, and on which days?
 *
 * Formula: purchases are summed per day, then per month; each month also keeps the sum of its
 * squared day sums; an order day is a day with at least one positive order that was not automatic.
 *
 * @param rows purchases that bill no contract, any order, one currency
 * @returns month columns from the first month on, and the distinct order days ascending
 * Empty: no rows give empty columns, which every formula reads as "no orders".
 * @throws RangeError when a day is not whole or an amount is not finite, naming the row
 * @source Kish, Survey Sampling (1965), for the sum of squares as a measure of lumpiness
 * @example orderHistory([{ day: 0, amountMinor: 300, choice: "active" }, { day: 0, amountMinor: 100, choice: "automatic" }]).daySquareSum // => [160000]
 * @example orderHistory([{ day: 40, amountMinor: 300, choice: "active" }, { day: 0, amountMinor: 100, choice: "notRecorded" }]).orderDays // => [0, 40]
 */
export function orderHistory(rows: readonly OrderRow[]): OrderHistory {
  if (rows.length === 0) return emptyAccountHistory.orders;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const daySums = new Map<number, number>();
  const orderDays = new Set<number>();
  rows.forEach((row, index) => {
    const month = monthOfDay(checkDay(row.day, `rows[${index}].day`));
    checkFinite(row.amountMinor, `rows[${index}].amountMinor`);
    first = Math.min(first, month);
    last = Math.max(last, month);
    daySums.set(row.day, (daySums.get(row.day) ?? 0) + row.amountMinor);
    if (row.amountMinor > 0 && row.choice !== "automatic") orderDays.add(row.day);
  });
  const column = () => new Array<number>(last - first + 1).fill(0);
  const history = {
    firstMonth: first,
    totalMinor: column(),
    activeMinor: column(),
    automaticMinor: column(),
    daySquareSum: column(),
    orderDays: [...orderDays].sort((a, b) => a - b),
  };
  for (const row of rows) {
    const index = monthOfDay(row.day) - first;
    add(history.totalMinor, index, row.amountMinor);
    if (row.choice === "active") add(history.activeMinor, index, row.amountMinor);
    if (row.choice === "automatic") add(history.automaticMinor, index, row.amountMinor);
  }
  for (const [day, amount] of daySums)
    add(history.daySquareSum, monthOfDay(day) - first, amount * amount);
  return history;
}

function add(column: number[], index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}
