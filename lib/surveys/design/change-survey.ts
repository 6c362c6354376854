import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { insertSurvey, surveyColumns } from "./insert-survey";
import { type SurveyInput, surveyInputSchema } from "./survey-input";
import { wasAsked } from "./was-asked";

const changeSurveySchema = z.object({ surveyId: z.uuid({ error: "Open the survey again." }) });

type Before = { id: string; familyId: string; version: number; question: string; scale: string };

async function currentVersion(tx: Tx, ctx: Ctx, surveyId: string): Promise<Before> {
  await tx.$queryRaw`
    SELECT id FROM survey
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${surveyId}::uuid FOR UPDATE`;
  const survey = await tx.survey.findFirst({
    where: { workspaceId: ctx.workspace.id, id: surveyId },
    select: {
      id: true,
      familyId: true,
      version: true,
      question: true,
      scale: true,
      archivedAt: true,
    },
  });
  if (!survey) throw notFound("survey");
  if (survey.archivedAt) {
    throw new AppError("CONFLICT", "There is a newer version of this survey. Open that one.");
  }
  return survey;
}

/** Else its answers could not be read as one series. */
function requireSameScale(before: Before, survey: SurveyInput): void {
  const field = before.question !== survey.question ? "question" : "scale";
  if (before[field] === survey[field]) return;
  const message = `The ${field} of a survey that was sent stays. Create another survey instead.`;
  throw new AppError("CONFLICT", message, { fieldErrors: { [field]: message } });
}

async function insertNextVersion(
  tx: Tx,
  ctx: Ctx,
  survey: SurveyInput,
  before: Before,
): Promise<string> {
  const place = { familyId: before.familyId, version: before.version + 1 };
  const surveyId = await insertSurvey(tx, ctx, survey, place);
  const where = { workspaceId: ctx.workspace.id, surveyId: before.id };
  await tx.survey.updateMany({
    where: { workspaceId: ctx.workspace.id, id: before.id },
    data: { archivedAt: ctx.now },
  });
  // What asks by itself goes on with the new version; waves keep the one they were sent with.
  await tx.surveyDoor.updateMany({ where: { ...where, closedAt: null }, data: { surveyId } });
  await tx.surveyProgram.updateMany({ where: { ...where, endedAt: null }, data: { surveyId } });
  return surveyId;
}

/**
 * What was asked stays as it was asked: once anybody was, a change is a new version beside the old
 * one, and neither question nor scale changes any more.
 */
export async function changeSurvey({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ surveyId: string }> {
  requirePermission(ctx, "survey:write");
  const { surveyId } = changeSurveySchema.parse(input);
  const survey = surveyInputSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const before = await currentVersion(tx, ctx, surveyId);
    if (await wasAsked(tx, workspaceId, { familyId: before.familyId })) {
      requireSameScale(before, survey);
    }
    const isNew = await wasAsked(tx, workspaceId, { id: surveyId });
    const id = isNew ? await insertNextVersion(tx, ctx, survey, before) : surveyId;
    if (!isNew) {
      const data = await surveyColumns(tx, ctx, survey);
      await tx.survey.updateMany({ where: { workspaceId, id }, data });
    }
    await writeAudit(tx, ctx, {
      verb: "changeSurvey",
      subjectType: "survey",
      subjectId: id,
      fields: Object.keys(survey),
    });
    return { surveyId: id };
  });
}
