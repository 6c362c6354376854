import { linesIn, type OrderLines } from "@/lib/facts/order-lines";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { firstDayOfMonth, monthOfDay, type Period } from "@/lib/metrics";

const YEAR_DAYS = 365;

/** Product types of every deciding account. */
export type OwnedTypes = ReadonlyMap<string, ReadonlySet<string>>;

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
  for (let at = from; at < until; at += 1) {
    const id = typeIds[types[at] as number];
    if (id) owned.add(id);
  }
}

/**
 * Under contract or ordered in the last 12 months as of a day, also a past one: what was bought since is
 * not known on it.
 */
export function ownedTypes(facts: WorkspaceFacts, asOfDay: number): OwnedTypes {
  const fromDay = firstDayOfMonth(monthOfDay(asOfDay - YEAR_DAYS + 1));
  return new Map(
    facts.units.map((unit) => {
      const owned = new Set(underContract(unit, asOfDay));
      for (const lines of unit.orderLines)
        addOrdered(lines, { fromDay, untilDay: asOfDay + 1 }, owned);
      return [unit.id, owned] as const;
    }),
  );
}
