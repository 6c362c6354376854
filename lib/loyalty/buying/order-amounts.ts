import { inTurns } from "@/lib/facts/in-turns";
import { linesIn, type OrderLines, SAME_ORDER } from "@/lib/facts/order-lines";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfMonth } from "@/lib/format/calendar";
import { lastWholeMonth, monthOfDay, type Period } from "@/lib/metrics";

const QUARTERS = 12;

/** What each order of a deciding account was worth, by quarter. */
export type OrderAmounts = ReadonlyMap<string, number[]>;
export type OrderQuarter = { period: Period; amounts: OrderAmounts };

/** Three whole months each, the last of them the last whole ones; oldest first. */
function quartersUpTo(facts: WorkspaceFacts, asOfDay: number): Period[] {
  const last = lastWholeMonth(asOfDay);
  const first = facts.firstMonth ?? Number.POSITIVE_INFINITY;
  return Array.from({ length: QUARTERS }, (_, back) => last + 1 - 3 * back)
    .filter((until) => until - 3 >= first)
    .reverse()
    .map((until) => ({
      fromDay: dayNumber(isoOfMonth(until - 3)),
      untilDay: dayNumber(isoOfMonth(until)),
    }));
}

/** Lines of one number on one day are one order, credit notes are none. */
function eachOrder(
  lines: OrderLines,
  period: Period,
  add: (day: number, amountMinor: number) => void,
): void {
  const { days, amountsMinor, flags } = lines;
  let amount = 0;
  const [from, until] = linesIn(lines, period);
  for (let at = from; at < until; at += 1) {
    const own = amountsMinor[at] as number;
    if (own > 0) amount += own;
    if ((flags[at + 1] ?? 0) & SAME_ORDER) continue;
    if (amount > 0) add(days[at] as number, amount);
    amount = 0;
  }
}

/** The orders of up to three years, at each month's own rate; a month without a rate is left out. */
export async function orderAmounts(
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<OrderQuarter[]> {
  const quarters = quartersUpTo(facts, asOfDay).map((period) => ({
    period,
    amounts: new Map<string, number[]>(),
  }));
  await inTurns(facts.units, (unit) => {
    for (const lines of unit.orderLines)
      for (const { period, amounts } of quarters) {
        const add = (day: number, amountMinor: number) => {
          const factor = facts.rates.factor(lines.currency, monthOfDay(day));
          if (factor === null) return;
          const own = amounts.get(unit.id);
          if (own) own.push(amountMinor * factor);
          else amounts.set(unit.id, [amountMinor * factor]);
        };
        eachOrder(lines, period, add);
      }
  });
  return quarters;
}
