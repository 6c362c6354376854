import { z } from "zod";
import type { Tx } from "@/lib/db/with-workspace";
import { dateColumn } from "@/lib/format/calendar";

export const JOURNEY_KEY = "journey";

/** Where a touchpoint waits that came from a survey form. */
export const STAGE_NOT_PLACED = "not placed";

const DEFAULT_STAGES = ["Choosing us", "Buying", "Getting started", "In use", "Renewing"];
export const MAX_STAGES = 12;

export const stageName = z
  .string({ error: "Give the stage a name." })
  .trim()
  .min(1, "Give the stage a name.")
  .max(60, "Use at most 60 characters.");

const journeySchema = z.object({ stages: z.array(z.string()) });

/** The journey from left to right, as it was last set; stages in use that it lacks come last. */
export function orderedStages(stored: unknown, used: readonly string[]): string[] {
  const parsed = journeySchema.safeParse(stored);
  const known = parsed.success ? parsed.data.stages : DEFAULT_STAGES;
  const more = used.filter((stage) => !known.includes(stage));
  return [...new Set([...known, ...more])];
}

/** @param today ISO day. */
export async function loadStages(tx: Tx, workspaceId: string, today: string): Promise<string[]> {
  const version = await tx.settingVersion.findFirst({
    where: { workspaceId, key: JOURNEY_KEY, validFrom: { lte: dateColumn(today) } },
    orderBy: [{ validFrom: "desc" }, { createdAt: "desc" }, { id: "desc" }],
    select: { value: true },
  });
  const used = await tx.touchpoint.findMany({
    where: { workspaceId, archivedAt: null },
    distinct: ["stage"],
    orderBy: { position: "asc" },
    select: { stage: true },
  });
  return orderedStages(
    version?.value,
    used.map((row) => row.stage),
  );
}
