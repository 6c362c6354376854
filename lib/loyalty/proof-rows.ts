import { inTurns } from "@/lib/facts/in-turns";
import { firstDayOfMonth, type ProofMaterial, proofMaterial } from "@/lib/metrics";
import { isMany } from "./measures/draws";
import { perUnit } from "./per-epoch";
import { monthsBefore, type Scene } from "./scene";

const YEARS = 3;

/**
 * Days of the scores, latest first: a year ago and, so that few losses become more, the years before it
 * that the data hold. The years do not overlap, so an account's outcome is counted once in each.
 */
export function proofDays({ facts, units, asOfDay }: Scene): number[] {
  const { firstMonth } = facts;
  if (firstMonth === null) return [];
  const firstDay = firstDayOfMonth(firstMonth + 1) - 1;
  return Array.from({ length: isMany(units.length) ? 1 : YEARS }, (_, year) =>
    monthsBefore(asOfDay, 12 * (year + 1)),
  ).filter((day) => day >= firstDay);
}

/** Everybody who was a customer on a day, with what was known of them and what became of them in a year. */
export async function proofRows(scene: Scene): Promise<ProofMaterial[]> {
  const { facts, units } = scene;
  const rowsOf = proofDays(scene).map((day) =>
    perUnit(facts, `proof ${day}`, ({ history }) =>
      proofMaterial(history, day, facts.contexts.at(day)),
    ),
  );
  const rows: ProofMaterial[] = [];
  await inTurns(units, (unit) => {
    if (unit.head.hasUnknownRate) return;
    for (const rowOf of rowsOf) {
      const row = rowOf(unit);
      if (row !== null) rows.push(row);
    }
  });
  return rows;
}
