import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { staffWords } from "@/lib/i18n/staff-words";
import { loadSettingValue } from "@/lib/workspaces/setting-versions";

export const JOURNEY_KEY = "journey";

const DEFAULT_STAGES = ["choosing", "buying", "starting", "using", "renewing"] as const;
export const MAX_STAGES = 12;

export const stageName = z
  .string({ error: "Give the stage a name." })
  .trim()
  .min(1, "Give the stage a name.")
  .max(60, "Use at most 60 characters.");

const journeySchema = z.object({ stages: z.array(z.string()) });

/** A stage's name is stored with its touchpoints: in the workspace's language, not its reader's. */
function stageWords({ workspace }: Ctx) {
  return staffWords(workspace.locale, "touchpoints");
}

/** Where a touchpoint waits that came from a survey form. */
export function stageNotPlaced(ctx: Ctx): string {
  return stageWords(ctx)("stages.notPlaced");
}

/** The journey from left to right, as it was last set; stages in use that it lacks come last. */
function orderedStages(ctx: Ctx, stored: unknown, used: readonly string[]): string[] {
  const parsed = journeySchema.safeParse(stored);
  const t = stageWords(ctx);
  const known = parsed.success
    ? parsed.data.stages
    : DEFAULT_STAGES.map((stage) => t(`stages.usual.${stage}`));
  const more = used.filter((stage) => !known.includes(stage));
  return [...new Set([...known, ...more])];
}

/** @param today ISO day. */
export async function loadStages(tx: Tx, ctx: Ctx, today: string): Promise<string[]> {
  const workspaceId = ctx.workspace.id;
  const stored = await loadSettingValue(tx, workspaceId, JOURNEY_KEY, today);
  const used = await tx.touchpoint.findMany({
    where: { workspaceId, archivedAt: null },
    distinct: ["stage"],
    orderBy: { position: "asc" },
    select: { stage: true },
  });
  return orderedStages(
    ctx,
    stored,
    used.map((row) => row.stage),
  );
}
