import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";

const archiveSurveySchema = z.object({ surveyId: z.uuid({ error: "Open the survey again." }) });

/** Nothing asks with it any more, neither waves nor doors nor programs; open waves go on. */
export async function archiveSurvey({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "survey:write");
  const { surveyId } = archiveSurveySchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId: ctx.workspace.id, id: surveyId };
    const survey = await tx.survey.findFirst({ where, select: { archivedAt: true } });
    if (!survey) throw notFound("survey");
    if (survey.archivedAt) return null;
    await tx.survey.updateMany({ where, data: { archivedAt: ctx.now } });
    const asking = { workspaceId: ctx.workspace.id, surveyId };
    await tx.surveyDoor.updateMany({
      where: { ...asking, closedAt: null },
      data: { closedAt: ctx.now },
    });
    await tx.surveyProgram.updateMany({
      where: { ...asking, endedAt: null },
      data: { state: "ended", endedAt: ctx.now, nextRunAt: null },
    });
    await writeAudit(tx, ctx, {
      verb: "archiveSurvey",
      subjectType: "survey",
      subjectId: surveyId,
      fields: ["archivedAt"],
    });
    return null;
  });
}
