import type { Tx } from "@/lib/db/with-workspace";
import { inTurns } from "@/lib/facts/in-turns";
import { loadOrderBook } from "@/lib/facts/load-order-lines";
import { linesIn, type OrderLines } from "@/lib/facts/order-lines";
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

type Counted = {
  period: Period;
  isContract: ReadonlySet<number>;
  add: (day: number, amountMinor: number) => void;
};

/** Orders outside contracts; lines of one number on one day are one order, credit notes are none. */
function eachOrder(lines: OrderLines, { period, isContract, add }: Counted): void {
  const { days, amountsMinor, types, isSameOrder } = lines;
  let amount = 0;
  const [from, until] = linesIn(lines, period);
  for (let at = from; at < until; at += 1) {
    const own = amountsMinor[at] as number;
    if (own > 0 && !isContract.has(types[at] as number)) amount += own;
    if (isSameOrder[at + 1] === 1) continue;
    if (amount > 0) add(days[at] as number, amount);
    amount = 0;
  }
}

/** The orders of up to three years, at each month's own rate; a month without a rate is left out. */
export async function loadOrderAmounts(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<OrderQuarter[]> {
  const { linesOf, isContract } = await loadOrderBook(tx, facts);
  const quarters = quartersUpTo(facts, asOfDay).map((period) => ({
    period,
    amounts: new Map<string, number[]>(),
  }));
  await inTurns(facts.units, (unit) => {
    for (const lines of linesOf(unit))
      for (const { period, amounts } of quarters) {
        const add = (day: number, amountMinor: number) => {
          const factor = facts.rates.factor(lines.currency, monthOfDay(day));
          if (factor === null) return;
          const own = amounts.get(unit.id);
          if (own) own.push(amountMinor * factor);
          else amounts.set(unit.id, [amountMinor * factor]);
        };
        eachOrder(lines, { period, isContract, add });
      }
  });
  return quarters;
}
