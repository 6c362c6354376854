import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn, isoDate } from "@/lib/format/calendar";
import type { Targets } from "./build-tiles";
import type { MeasureKey } from "./figures.types";
import type { Aim } from "./measures/measure";

/** Target and baseline of each measure that count at a date, for a segment or for everybody. */
export async function loadTargets(
  tx: Tx,
  workspaceId: string,
  segmentId: string | null,
  asOf: string,
): Promise<Targets> {
  const until = { lte: dateColumn(asOf) };
  const targets = await tx.target.findMany({
    where: { workspaceId, segmentId, validFrom: until },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
    select: { measure: true, value: true },
  });
  const baselines = await tx.baseline.findMany({
    where: { workspaceId, segmentId, frozenOn: until },
    orderBy: [{ frozenOn: "asc" }, { id: "asc" }],
    select: { measure: true, value: true, low: true, high: true, n: true, frozenOn: true },
  });
  const aims = new Map<MeasureKey, Aim>();
  for (const { measure, frozenOn, ...figure } of baselines)
    aims.set(measure as MeasureKey, {
      target: null,
      baseline: { ...figure, frozenOn: isoDate(frozenOn) },
    });
  for (const { measure, value } of targets)
    aims.set(measure as MeasureKey, {
      target: value,
      baseline: aims.get(measure as MeasureKey)?.baseline ?? null,
    });
  return aims;
}
