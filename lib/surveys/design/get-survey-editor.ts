import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { type FollowUp, toFollowUps } from "./follow-ups";
import { SCALES, type SurveyQuestion, type SurveyScope } from "./question-codes";
import { NO_OPTIONS, type SurveyOptions, toSurveyOptions } from "./survey-options";
import { wasAsked } from "./was-asked";

/** What the builder opens with. */
export type SurveyStart = {
  /** Null for a new survey. */
  surveyId: string | null;
  name: string;
  version: number;
  question: SurveyQuestion;
  scale: string;
  scope: SurveyScope;
  touchpointName: string | null;
  followUps: FollowUp[];
  options: SurveyOptions;
  /** Somebody was asked with it: question and scale stay, and saving makes a new version. */
  isAsked: boolean;
};

export type SurveyEditorDto = {
  start: SurveyStart;
  /** Names to choose from. */
  touchpoints: string[];
};

const getEditorSchema = z.object({
  surveyId: z.uuid().optional(),
  /** A new survey may begin at a touchpoint of the map. */
  touchpointId: z.uuid().optional().catch(undefined),
});

function newSurvey(touchpointName: string | null): SurveyStart {
  const question = touchpointName === null ? "nps" : "csat";
  return {
    surveyId: null,
    name: touchpointName ?? "",
    version: 1,
    question,
    scale: SCALES[question][0],
    scope: touchpointName === null ? "relationship" : "touchpoint",
    touchpointName,
    followUps: touchpointName === null ? ["relative_advantage"] : [],
    options: NO_OPTIONS,
    isAsked: false,
  };
}

async function storedSurvey(tx: Tx, workspaceId: string, id: string): Promise<SurveyStart> {
  const survey = await tx.survey.findFirst({
    where: { workspaceId, id },
    select: {
      name: true,
      version: true,
      question: true,
      scale: true,
      scope: true,
      followUps: true,
      options: true,
      archivedAt: true,
      touchpoint: { select: { name: true } },
    },
  });
  if (!survey) throw notFound("survey");
  const { archivedAt, touchpoint, ...rest } = survey;
  if (archivedAt) throw new AppError("CONFLICT", "An archived survey stays as it was.");
  return {
    ...rest,
    surveyId: id,
    question: rest.question as SurveyQuestion,
    scope: rest.scope as SurveyScope,
    touchpointName: touchpoint?.name ?? null,
    followUps: toFollowUps(rest.followUps),
    options: toSurveyOptions(rest.options),
    isAsked: await wasAsked(tx, workspaceId, { id }),
  };
}

/** For the builder: a stored survey, or the start of a new one. */
export async function getSurveyEditor({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<SurveyEditorDto> {
  requirePermission(ctx, "survey:write");
  const parsed = getEditorSchema.safeParse(input);
  if (!parsed.success) throw notFound("survey");
  const { surveyId, touchpointId } = parsed.data;
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const touchpoints = await tx.touchpoint.findMany({
      where: { workspaceId, archivedAt: null, kind: "customer" },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    });
    const about = touchpoints.find((touchpoint) => touchpoint.id === touchpointId);
    return {
      start: surveyId
        ? await storedSurvey(tx, workspaceId, surveyId)
        : newSurvey(about?.name ?? null),
      touchpoints: touchpoints.map((touchpoint) => touchpoint.name),
    };
  });
}
