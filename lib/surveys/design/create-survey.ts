import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { insertSurvey } from "./insert-survey";
import { surveyInputSchema } from "./survey-input";

export async function createSurvey({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ surveyId: string }> {
  requirePermission(ctx, "survey:write");
  const survey = surveyInputSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const surveyId = await insertSurvey(tx, ctx, survey, { familyId: null, version: 1 });
    await writeAudit(tx, ctx, {
      verb: "createSurvey",
      subjectType: "survey",
      subjectId: surveyId,
      fields: Object.keys(survey),
    });
    return { surveyId };
  });
}
