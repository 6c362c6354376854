import { linesIn, type OrderLines } from "@/lib/facts/order-lines";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { firstDayOfMonth, monthOfDay, type Period } from "@/lib/metrics";
import { perUnit } from "../per-epoch";

const YEAR_DAYS = 365;

/** Product types of a deciding account. */
export type OwnedTypes = (unit: UnitFacts) => ReadonlySet<string>;

function underContract({ terms }: UnitFacts, asOfDay: number): string[] {
  return terms.flatMap(({ productTypeId, startDay, endedDay, autoRenews, endDay }) => {
    const last = endedDay ?? (autoRenews ? null : endDay);
    const isOwned = startDay <= asOfDay && (last === null || last > asOfDay - YEAR_DAYS);
    return productTypeId !== null && isOwned ? [productTypeId] : [];
  });
}

function addOrdered(lines: OrderLines, period: Period, owned: Set<string>): void {
  const { types, typeIds } = lines;
  const [from, until] = linesIn(lines, period);
  const seen = new Set<number>();
  for (let at = from; at < until; at += 1) seen.add(types[at] as number);
  for (const place of seen) {
    const id = typeIds[place];
    if (id) owned.add(id);
  }
}

/**
 * Under contract or ordered in the last 12 months as of a day, also a past one: what was bought since is
 * not known on it.
 */
export function ownedTypes(facts: WorkspaceFacts, asOfDay: number): OwnedTypes {
  const fromDay = firstDayOfMonth(monthOfDay(asOfDay - YEAR_DAYS + 1));
  return perUnit(facts, `owned types ${asOfDay}`, (unit) => {
    const owned = new Set(underContract(unit, asOfDay));
    for (const lines of unit.orderLines)
      addOrdered(lines, { fromDay, untilDay: asOfDay + 1 }, owned);
    return owned;
  });
}
