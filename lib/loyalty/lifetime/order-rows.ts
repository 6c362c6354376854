import { AUTOMATIC, linesIn, type OrderLines } from "@/lib/facts/order-lines";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type PurchaseRow, type SpendRow, shareOf } from "@/lib/metrics";
import { perUnit, rowsOf } from "../per-epoch";

export type OrderRow = PurchaseRow & SpendRow & { unitId: string };

/** Order days of an account up to a day: the first one, how many came after it, and the last one. */
function purchasesOf({ history }: UnitFacts, asOfDay: number): PurchaseRow | null {
  const { orderDays } = history.orders;
  const first = orderDays[0];
  if (first === undefined || first > asOfDay) return null;
  let frequency = 0;
  let last = first;
  for (let at = 1; at < orderDays.length; at += 1) {
    const day = orderDays[at] as number;
    if (day > asOfDay) break;
    frequency += 1;
    last = day;
  }
  return { frequency, recency: last - first, age: asOfDay - first };
}

/** The purchases of everybody who had ordered by a day, in days. */
export function purchaseRows(
  facts: WorkspaceFacts,
  asOfDay: number,
): readonly (PurchaseRow & { unitId: string })[] {
  return rowsOf(facts.units, `purchases ${asOfDay}`, (unit) => {
    const row = purchasesOf(unit, asOfDay);
    return row && { unitId: unit.id, ...row };
  });
}

/** What was bought after the first order day up to a day; renewals by themselves and credit notes left out. */
function boughtAgain(lines: OrderLines, afterDay: number, lastDay: number): number {
  const { amountsMinor, flags } = lines;
  let sum = 0;
  const [from, until] = linesIn(lines, { fromDay: afterDay + 1, untilDay: lastDay + 1 });
  for (let at = from; at < until; at += 1) {
    const amount = amountsMinor[at] as number;
    if (amount > 0 && ((flags[at] as number) & AUTOMATIC) === 0) sum += amount;
  }
  return sum;
}

/** Purchases and the mean amount of a repeat order day, at the rates of the workspace's figures. */
export function orderRows(facts: WorkspaceFacts, asOfDay: number): readonly OrderRow[] {
  const rowOf = perUnit(facts, `order row ${asOfDay}`, (unit): OrderRow | null => {
    const row = purchasesOf(unit, asOfDay);
    const first = unit.history.orders.orderDays[0];
    if (row === null || first === undefined) return null;
    let spent = 0;
    for (const lines of unit.orderLines) {
      const factor = facts.rates.factor(lines.currency, facts.rateMonth);
      if (factor !== null) spent += boughtAgain(lines, first, asOfDay) * factor;
    }
    return { unitId: unit.id, ...row, meanSpend: shareOf(spent, row.frequency) ?? 0 };
  });
  return rowsOf(facts.units, `order row ${asOfDay}`, rowOf);
}
