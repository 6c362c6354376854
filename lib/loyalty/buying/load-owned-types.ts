import type { Tx } from "@/lib/db/with-workspace";
import { loadOrderBook } from "@/lib/facts/load-order-lines";
import { linesIn, type OrderLines, typeOfNumber } from "@/lib/facts/order-lines";
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

function orderedIn(lines: OrderLines, period: Period): Set<number> {
  const [from, until] = linesIn(lines, period);
  return new Set(lines.types.subarray(from, until));
}

/**
 * Under contract or ordered in the last 12 months as of a day, also a past one: what was bought since is
 * not known on it.
 */
export async function loadOwnedTypes(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<OwnedTypes> {
  const { linesOf, isContract } = await loadOrderBook(tx, facts);
  const fromDay = firstDayOfMonth(monthOfDay(asOfDay - YEAR_DAYS + 1));
  return new Map(
    facts.units.map((unit) => {
      const owned = new Set(underContract(unit, asOfDay));
      for (const lines of linesOf(unit))
        for (const number of orderedIn(lines, { fromDay, untilDay: asOfDay + 1 })) {
          const id = isContract.has(number) ? null : typeOfNumber(number);
          if (id !== null) owned.add(id);
        }
      return [unit.id, owned] as const;
    }),
  );
}
