import type { Tx } from "@/lib/db/with-workspace";
import { loadContractTypes, loadOrderLines } from "@/lib/facts/load-order-lines";
import { firstLineFrom, type OrderLines, typeOfNumber } from "@/lib/facts/order-lines";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { firstDayOfMonth, monthOfDay } from "@/lib/metrics";

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

function orderedIn(lines: OrderLines, fromDay: number, lastDay: number): Set<number> {
  const numbers = new Set<number>();
  const { days, types } = lines;
  for (let at = firstLineFrom(lines, fromDay); at < days.length; at += 1) {
    if ((days[at] as number) > lastDay) break;
    numbers.add(types[at] as number);
  }
  return numbers;
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
  const linesOf = await loadOrderLines(tx, facts);
  const isContract = await loadContractTypes(tx, facts.workspaceId);
  const fromDay = firstDayOfMonth(monthOfDay(asOfDay - YEAR_DAYS + 1));
  return new Map(
    facts.units.map((unit) => {
      const owned = new Set(underContract(unit, asOfDay));
      for (const lines of linesOf(unit))
        for (const number of orderedIn(lines, fromDay, asOfDay)) {
          const id = isContract.has(number) ? null : typeOfNumber(number);
          if (id !== null) owned.add(id);
        }
      return [unit.id, owned] as const;
    }),
  );
}
