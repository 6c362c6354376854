import type { Ctx } from "@/lib/auth/ctx";
import type { Prisma } from "@/lib/db/client";
import type { Tx } from "@/lib/db/with-workspace";
import { dateIn, isoDate } from "@/lib/format/calendar";
import { shareOf } from "@/lib/metrics";
import { loadWaveCounts, NO_COUNTS, type WaveCounts } from "./load-wave-counts";
import type { WaveState, WaveSummary } from "./wave.types";

/** Newest first. */
export async function loadWaves(
  tx: Tx,
  ctx: Ctx,
  where: Prisma.WaveWhereInput,
  take: number,
): Promise<WaveSummary[]> {
  const { workspace } = ctx;
  const rows = await tx.wave.findMany({
    where: { ...where, workspaceId: workspace.id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: {
      id: true,
      name: true,
      state: true,
      startedAt: true,
      closesOn: true,
      survey: { select: { id: true, name: true } },
    },
  });
  const ids = rows.map((row) => row.id);
  const counts = await loadWaveCounts(tx, workspace.id, ids);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state as WaveState,
    surveyId: row.survey.id,
    surveyName: row.survey.name,
    startedOn: row.startedAt ? dateIn(workspace.timeZone, row.startedAt) : null,
    closesOn: isoDate(row.closesOn),
    ...reached(counts.get(row.id) ?? NO_COUNTS),
  }));
}

function reached(counts: WaveCounts): Pick<WaveSummary, "counts" | "shareOfAsked"> {
  const ofAsked = (count: number) => shareOf(count, counts.asked);
  const { delivered, visited, answered } = counts;
  return {
    counts,
    shareOfAsked: {
      delivered: ofAsked(delivered),
      visited: ofAsked(visited),
      answered: ofAsked(answered),
    },
  };
}
