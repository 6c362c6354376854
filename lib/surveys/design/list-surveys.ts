import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { loadSurveys, type SurveySummary } from "./load-surveys";

export type SurveyListDto = {
  canWrite: boolean;
  surveys: SurveySummary[];
};

export async function listSurveys({ ctx }: { ctx: Ctx }): Promise<SurveyListDto> {
  requirePermission(ctx, "survey:read");
  return withWorkspace(ctx, async (tx) => {
    return {
      canWrite: can(ctx.actor, "survey:write"),
      surveys: await loadSurveys(tx, ctx.workspace.id),
    };
  });
}
