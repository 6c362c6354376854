import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { LANGUAGES } from "@/lib/i18n/languages";
import { enqueueMail } from "@/lib/mail/enqueue-mail";

const sendTestSchema = z.object({
  surveyId: z.uuid({ error: "Open the survey again." }),
  language: z.enum(LANGUAGES, { error: "Choose a language from the list." }),
});

/** The survey's mail to oneself. It has no invitation, so nothing that comes of it can count. */
export async function sendSurveyTest({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "survey:write");
  const { surveyId, language } = sendTestSchema.parse(input);
  const { actor, workspace } = ctx;
  if (actor.type !== "user") throw new AppError("FORBIDDEN", "Only a person can try a survey.");
  return withWorkspace(ctx, async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { workspaceId: workspace.id, id: surveyId, archivedAt: null },
      select: { id: true },
    });
    if (!survey) throw notFound("survey");
    const { email } = await tx.appUser.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { email: true },
    });
    const payload = { surveyId, language, userId: actor.userId };
    await enqueueMail(tx, ctx, { kind: "survey_test", to: email, payload });
    await writeAudit(tx, ctx, {
      verb: "sendSurveyTest",
      subjectType: "survey",
      subjectId: surveyId,
      fields: ["language"],
    });
    return null;
  });
}
