import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadWaves } from "./load-waves";
import type { WaveSummary } from "./wave.types";

const WAVES_SHOWN = 100;

export type WaveListDto = {
  waves: WaveSummary[];
  /** Older ones than are listed. */
  hasMore: boolean;
  hasSurveys: boolean;
  canSend: boolean;
};

export async function listWaves({ ctx }: { ctx: Ctx }): Promise<WaveListDto> {
  requirePermission(ctx, "wave:read");
  return withWorkspace(ctx, async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { workspaceId: ctx.workspace.id, archivedAt: null },
      select: { id: true },
    });
    const waves = await loadWaves(tx, ctx, {}, WAVES_SHOWN + 1);
    return {
      waves: waves.slice(0, WAVES_SHOWN),
      hasMore: waves.length > WAVES_SHOWN,
      hasSurveys: survey !== null,
      canSend: can(ctx.actor, "wave:send"),
    };
  });
}
