import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { dateIn } from "@/lib/format/calendar";
import { chooseLanguage } from "@/lib/i18n/languages";
import { COUNTING_TIMEOUT_MS, loadWaves } from "../waves/load-waves";
import type { WaveSummary } from "../waves/wave.types";
import type { FollowUp } from "./follow-ups";
import type { SurveyQuestion, SurveyScope } from "./question-codes";
import type { SurveyOptions } from "./survey-options";
import { type QuestionView, questionView } from "./survey-question";
import { toAskedQuestion } from "./to-asked-question";

const WAVES_SHOWN = 50;

export type SurveyDto = {
  id: string;
  name: string;
  version: number;
  /** Of the same survey, newest first. */
  versions: { id: string; version: number; createdOn: string }[];
  isCurrent: boolean;
  question: SurveyQuestion;
  scope: SurveyScope;
  touchpointName: string | null;
  scale: string;
  followUps: FollowUp[];
  options: SurveyOptions;
  /** As respondents read it in the workspace's language. */
  preview: QuestionView;
  waves: WaveSummary[];
  canWrite: boolean;
  canSend: boolean;
};

const getSurveySchema = z.object({ surveyId: z.uuid() });

export async function getSurvey({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<SurveyDto> {
  requirePermission(ctx, "survey:read");
  const parsed = getSurveySchema.safeParse(input);
  if (!parsed.success) throw notFound("survey");
  const { id: workspaceId, timeZone, name: company, locale } = ctx.workspace;
  return withWorkspace(
    ctx,
    async (tx) => {
      const survey = await tx.survey.findFirst({
        where: { workspaceId, id: parsed.data.surveyId },
        select: {
          id: true,
          familyId: true,
          name: true,
          version: true,
          question: true,
          scale: true,
          scope: true,
          options: true,
          archivedAt: true,
          followUps: true,
          touchpoint: { select: { name: true } },
        },
      });
      if (!survey) throw notFound("survey");
      const { familyId, archivedAt, touchpoint, ...rest } = survey;
      const versions = await tx.survey.findMany({
        where: { workspaceId, familyId },
        orderBy: { version: "desc" },
        select: { id: true, version: true, createdAt: true },
      });
      const touchpointName = touchpoint?.name ?? null;
      const touchpointOn = dateIn(timeZone, ctx.now);
      const asked = toAskedQuestion(survey, { company, touchpointName, touchpointOn });
      return {
        ...rest,
        question: asked.question,
        followUps: [...asked.followUps],
        options: asked.options,
        scope: asked.scope,
        touchpointName,
        isCurrent: archivedAt === null,
        versions: versions.map(({ createdAt, ...version }) => ({
          ...version,
          createdOn: dateIn(timeZone, createdAt),
        })),
        preview: questionView(chooseLanguage(locale), asked),
        waves: await loadWaves(tx, ctx, { survey: { familyId } }, WAVES_SHOWN),
        canWrite: can(ctx.actor, "survey:write"),
        canSend: can(ctx.actor, "wave:send"),
      };
    },
    { timeoutMs: COUNTING_TIMEOUT_MS },
  );
}
