import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { addDays, dateIn } from "@/lib/format/calendar";
import type { AskedQuestion } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";

/** The day before, as a visit that is asked about lies behind. */
export function sampleDay(ctx: Ctx): string {
  return addDays(dateIn(ctx.workspace.timeZone, ctx.now), -1);
}

/** A stored survey, asked about yesterday where it is about a touchpoint. */
export async function loadSurveyToTry(tx: Tx, ctx: Ctx, surveyId: string): Promise<AskedQuestion> {
  const survey = await tx.survey.findFirst({
    where: { workspaceId: ctx.workspace.id, id: surveyId },
    select: {
      question: true,
      scale: true,
      scope: true,
      followUps: true,
      options: true,
      touchpoint: { select: { name: true } },
    },
  });
  if (!survey) throw notFound("survey");
  return toAskedQuestion(survey, {
    company: ctx.workspace.name,
    touchpointName: survey.touchpoint?.name ?? null,
    touchpointOn: sampleDay(ctx),
  });
}
