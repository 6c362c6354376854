import { dayNumber, isoOfDay, isoOfMonth, monthNumber } from "@/lib/format/calendar";
import { accountStanding } from "@/lib/metrics";
import type { RivalDto } from "../drivers.types";
import type { Scene } from "../scene";
import type { RivalRow } from "./load-driver-answers";

function quarterFrom(on: string): string {
  const month = monthNumber(on);
  return isoOfMonth(month - (month % 3));
}

/** What an account brought at the close before a quarter; a customer since then brought nothing yet. */
function revenueBefore({ facts }: Scene, unitId: string, from: string): number {
  const unit = facts.unitById.get(unitId);
  if (!unit || unit.head.hasUnknownRate) return 0;
  const day = dayNumber(from) - 1;
  return accountStanding(unit.history, day, facts.contexts.at(day)).revenue.runningMinor;
}

type Named = { rival: string; from: string; unitId: string; isLost: boolean };

function sumUp(scene: Scene, rows: readonly Named[]) {
  const lost = new Map<string, boolean>();
  const first = new Map<string, string>();
  for (const { unitId, isLost, from } of rows) {
    lost.set(unitId, (lost.get(unitId) ?? false) || isLost);
    const known = first.get(unitId);
    first.set(unitId, known !== undefined && known < from ? known : from);
  }
  return {
    accounts: lost.size,
    lost: [...lost.values()].filter(Boolean).length,
    revenueMinor: [...first].reduce((sum, [id, from]) => sum + revenueBefore(scene, id, from), 0),
  };
}

/** Rivals by what is at stake; an account named twice is counted once, in each quarter and in all. */
export function buildRivals(scene: Scene, rows: readonly RivalRow[]): RivalDto[] {
  const ours = new Set(scene.units.map(({ id }) => id));
  const byName = new Map<string, { name: string; rows: Named[] }>();
  for (const { accountId, rival, on, isLost } of rows) {
    const unitId = scene.facts.unitOfAccount.get(accountId);
    if (unitId === undefined || !ours.has(unitId)) continue;
    const name = rival.trim();
    const known = byName.get(name.toLowerCase()) ?? { name, rows: [] };
    byName.set(name.toLowerCase(), known);
    known.rows.push({ rival: name, from: quarterFrom(on), unitId, isLost });
  }
  return [...byName.values()]
    .map(({ name, rows: named }): RivalDto => {
      const quarters = [...new Set(named.map(({ from }) => from))].sort();
      return {
        name,
        ...sumUp(scene, named),
        quarters: quarters.map((from) => ({
          from,
          ...sumUp(
            scene,
            named.filter((row) => row.from === from),
          ),
        })),
      };
    })
    .toSorted((a, b) => b.revenueMinor - a.revenueMinor || a.name.localeCompare(b.name));
}

/** Two years up to a day, from the first day of the quarter in which they begin. */
export function rivalsAfter(asOfDay: number): string {
  const from = quarterFrom(isoOfMonth(monthNumber(isoOfDay(asOfDay)) - 21));
  return isoOfDay(dayNumber(from) - 1);
}
