import { linesIn, type OrderLines } from "@/lib/facts/order-lines";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { contractValue, firstDayOfMonth, lastWholeMonth, type Period } from "@/lib/metrics";
import { perUnit } from "./per-epoch";

/** What was bought of each product type in a period, by its place among those of the lines. */
function boughtIn(lines: OrderLines, period: Period): Map<number, number> {
  const sums = new Map<number, number>();
  const { types, amountsMinor } = lines;
  const [from, until] = linesIn(lines, period);
  for (let at = from; at < until; at += 1) {
    const number = types[at] as number;
    sums.set(number, (sums.get(number) ?? 0) + (amountsMinor[at] as number));
  }
  return sums;
}

/** Orders of the last 12 whole months and running contracts, at the rates of the workspace's figures. */
function spendOf(unit: UnitFacts, facts: WorkspaceFacts, asOfDay: number): Map<string, number> {
  const spend = new Map<string, number>();
  const add = (typeId: string | null | undefined, minor: number) => {
    if (typeId) spend.set(typeId, (spend.get(typeId) ?? 0) + minor);
  };
  const last = lastWholeMonth(asOfDay);
  const year = { fromDay: firstDayOfMonth(last - 11), untilDay: firstDayOfMonth(last + 1) };
  for (const lines of unit.orderLines) {
    const factor = facts.rates.factor(lines.currency, facts.rateMonth);
    if (factor === null) continue;
    for (const [number, amountMinor] of boughtIn(lines, year))
      add(lines.typeIds[number], amountMinor * factor);
  }
  const typeOf = new Map(unit.terms.map((term) => [term.contractId, term.productTypeId]));
  for (const contract of unit.history.contracts)
    add(typeOf.get(contract.contractId), contractValue(contract, asOfDay));
  return spend;
}

/** Yearly spend of a deciding account, per product type. */
export function typeSpend(
  facts: WorkspaceFacts,
  asOfDay: number,
): (unit: UnitFacts) => ReadonlyMap<string, number> {
  return perUnit(facts, `type spend ${asOfDay}`, (unit) => spendOf(unit, facts, asOfDay));
}
