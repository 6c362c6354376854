import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { insertSurvey } from "./insert-survey";
import { surveyInputSchema } from "./survey-input";

const changeSurveySchema = surveyInputSchema.safeExtend({
  surveyId: z.uuid({ error: "Open the survey again." }),
});

async function currentVersion(tx: Tx, ctx: Ctx, surveyId: string) {
  await tx.$queryRaw`
    SELECT id FROM survey
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${surveyId}::uuid FOR UPDATE`;
  const survey = await tx.survey.findFirst({
    where: { workspaceId: ctx.workspace.id, id: surveyId },
    select: { id: true, familyId: true, version: true, question: true, archivedAt: true },
  });
  if (!survey) throw notFound("survey");
  if (survey.archivedAt) {
    throw new AppError("CONFLICT", "There is a newer version of this survey. Open that one.");
  }
  return survey;
}

/**
 * What was asked stays as it was asked: a change is a new version beside the old one. The question
 * itself never changes within a survey, else its answers could not be read as one series.
 */
export async function changeSurvey({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ surveyId: string }> {
  requirePermission(ctx, "survey:write");
  const { surveyId, ...survey } = changeSurveySchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const before = await currentVersion(tx, ctx, surveyId);
    if (before.question !== survey.question) {
      const message = "The question of a survey stays. Create another survey instead.";
      throw new AppError("CONFLICT", message, { fieldErrors: { question: message } });
    }
    const place = { familyId: before.familyId, version: before.version + 1 };
    const newSurveyId = await insertSurvey(tx, ctx, survey, place);
    await tx.survey.updateMany({
      where: { workspaceId: ctx.workspace.id, id: surveyId },
      data: { archivedAt: ctx.now },
    });
    await writeAudit(tx, ctx, {
      verb: "changeSurvey",
      subjectType: "survey",
      subjectId: newSurveyId,
      fields: Object.keys(survey),
    });
    return { surveyId: newSurveyId };
  });
}
