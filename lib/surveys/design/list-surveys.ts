import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadSurveys, type SurveySummary } from "./load-surveys";

export type SurveyListDto = {
  canWrite: boolean;
  surveys: SurveySummary[];
  /** Names to choose from in the form. */
  touchpoints: string[];
};

export async function listSurveys({ ctx }: { ctx: Ctx }): Promise<SurveyListDto> {
  requirePermission(ctx, "survey:read");
  return withWorkspace(ctx, async (tx) => {
    const touchpoints = await tx.touchpoint.findMany({
      where: { workspaceId: ctx.workspace.id, archivedAt: null },
      orderBy: { name: "asc" },
      select: { name: true },
    });
    return {
      canWrite: can(ctx.actor, "survey:write"),
      surveys: await loadSurveys(tx, ctx.workspace.id),
      touchpoints: touchpoints.map((touchpoint) => touchpoint.name),
    };
  });
}
