import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn } from "@/lib/format/calendar";
import type { Targets } from "./build-tiles";
import type { MeasureKey } from "./figures.types";

/** The target of each measure that counts at a date, for a segment or for everybody. */
export async function loadTargets(
  tx: Tx,
  workspaceId: string,
  segmentId: string | null,
  asOf: string,
): Promise<Targets> {
  const rows = await tx.target.findMany({
    where: { workspaceId, segmentId, validFrom: { lte: dateColumn(asOf) } },
    orderBy: [{ validFrom: "asc" }, { id: "asc" }],
    select: { measure: true, value: true },
  });
  return new Map(rows.map(({ measure, value }) => [measure as MeasureKey, value]));
}
