import type { OrderHistory } from "@/lib/metrics";
import { emptyAccountHistory, monthOfDay } from "@/lib/metrics";
import type { OrderColumns } from "./account-columns";
import { roundHalfEven } from "./currency";
import type { HistoryFrame } from "./history-frame";

/** The orders of the accounts pooled into one dot: same-day orders of two sites are one order day. */
export function poolOrders(
  members: readonly { currency: string; columns: OrderColumns }[],
  { rates, rateMonth }: HistoryFrame,
): OrderHistory {
  const used = members.flatMap(({ columns }) => columns.months.map(({ month }) => month));
  if (used.length === 0) return emptyAccountHistory.orders;
  const first = Math.min(...used);
  const column = () => new Float64Array(Math.max(...used) - first + 1);
  const [total, active, automatic, squares] = [column(), column(), column(), column()];
  const daySums = new Map<number, number>();
  const orderDays = new Set<number>();
  for (const { currency, columns } of members) {
    const restate = (month: number) => {
      const then = rates.factor(currency, month);
      const now = rates.factor(currency, rateMonth);
      return then === null || now === null ? 1 : now / then;
    };
    for (const row of columns.months) {
      const factor = restate(row.month);
      const at = row.month - first;
      total[at] = (total[at] ?? 0) + roundHalfEven((row.orderMinor ?? 0) * factor);
      active[at] = (active[at] ?? 0) + roundHalfEven(row.chosenMinor * factor);
      automatic[at] = (automatic[at] ?? 0) + roundHalfEven(row.automaticMinor * factor);
    }
    for (const { day, amountMinor, isActive } of columns.days) {
      const amount = (amountMinor ?? 0) * restate(monthOfDay(day));
      daySums.set(day, (daySums.get(day) ?? 0) + amount);
      if (isActive) orderDays.add(day);
    }
  }
  for (const [day, amount] of daySums) {
    const at = monthOfDay(day) - first;
    squares[at] = (squares[at] ?? 0) + amount * amount;
  }
  return {
    firstMonth: first,
    totalMinor: total,
    activeMinor: active,
    automaticMinor: automatic,
    daySquareSum: squares,
    orderDays: Int32Array.from(orderDays).sort(),
  };
}
