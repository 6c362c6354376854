import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { loadColleagues, loadTouchpoints } from "./load-touchpoints";
import { loadStages } from "./stages";
import type { Colleague, TouchpointSummary } from "./touchpoint.types";

export type TouchpointMapDto = {
  /** From left to right; a stage may have none. */
  stages: { name: string; touchpoints: TouchpointSummary[] }[];
  archived: { id: string; name: string }[];
  colleagues: Colleague[];
  canWrite: boolean;
};

/** Where customers meet the company, and what they, or colleagues, found there. */
export async function getTouchpointMap({ ctx }: { ctx: Ctx }): Promise<TouchpointMapDto> {
  requirePermission(ctx, "survey:read");
  const { id: workspaceId, timeZone } = ctx.workspace;
  return withWorkspace(ctx, async (tx) => {
    const stages = await loadStages(tx, ctx, dateIn(timeZone, ctx.now));
    const touchpoints = await loadTouchpoints(tx, ctx, { archivedAt: null });
    const archived = await tx.touchpoint.findMany({
      where: { workspaceId, archivedAt: { not: null } },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    });
    return {
      stages: stages.map((name) => ({
        name,
        touchpoints: touchpoints.filter((touchpoint) => touchpoint.stage === name),
      })),
      archived,
      colleagues: await loadColleagues(tx, workspaceId),
      canWrite: can(ctx.actor, "survey:write"),
    };
  });
}
