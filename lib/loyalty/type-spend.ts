import { linesIn, type OrderLines } from "@/lib/facts/order-lines";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { contractValue, firstDayOfMonth, lastWholeMonth, type Period } from "@/lib/metrics";

/** Yearly spend per product type of every deciding account. */
export type TypeSpend = Map<string, Map<string, number>>;

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

/** What its contracts are worth a year, by product type. */
function addContracts(unit: UnitFacts, asOfDay: number, add: (id: string, minor: number) => void) {
  const typeOf = new Map(unit.terms.map((term) => [term.contractId, term.productTypeId]));
  for (const contract of unit.history.contracts) {
    const typeId = typeOf.get(contract.contractId);
    if (typeId) add(typeId, contractValue(contract, asOfDay));
  }
}

/** Orders of the last 12 whole months and running contracts, at the rates of the workspace's figures. */
export function typeSpend(facts: WorkspaceFacts, asOfDay: number): TypeSpend {
  const spend: TypeSpend = new Map(facts.units.map(({ id }) => [id, new Map<string, number>()]));
  const adder = (unitId: string | undefined) => (typeId: string, minor: number) => {
    const own = unitId === undefined ? undefined : spend.get(unitId);
    own?.set(typeId, (own.get(typeId) ?? 0) + minor);
  };
  const last = lastWholeMonth(asOfDay);
  const year = { fromDay: firstDayOfMonth(last - 11), untilDay: firstDayOfMonth(last + 1) };
  for (const unit of facts.units) {
    const add = adder(unit.id);
    for (const lines of unit.orderLines) {
      const factor = facts.rates.factor(lines.currency, facts.rateMonth);
      if (factor === null) continue;
      for (const [number, amountMinor] of boughtIn(lines, year)) {
        const id = lines.typeIds[number];
        if (id) add(id, amountMinor * factor);
      }
    }
  }
  for (const unit of facts.units) addContracts(unit, asOfDay, adder(unit.id));
  return spend;
}
