import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { dateIn } from "@/lib/format/calendar";
import { bothWaysOf } from "../answers/both-ways-of";
import type { BothWaysDto } from "../answers/build-both-ways";
import type { DoorSummary } from "../doors/door.types";
import { loadDoors } from "../doors/load-doors";
import { loadWaves } from "../waves/load-waves";
import type { WaveSummary } from "../waves/wave.types";
import { type FollowUp, toFollowUps } from "./follow-ups";
import type { SurveyQuestion, SurveyScope } from "./question-codes";

const WAVES_SHOWN = 50;

export type SurveyDto = {
  id: string;
  name: string;
  version: number;
  /** Of the same survey, newest first. */
  versions: { id: string; version: number; createdOn: string }[];
  isCurrent: boolean;
  question: SurveyQuestion;
  scale: string;
  scope: SurveyScope;
  touchpoint: { id: string; name: string } | null;
  followUps: FollowUp[];
  waves: WaveSummary[];
  /** Ways in without a mail. */
  doors: DoorSummary[];
  /** Its figure with and without what was left unsent, and what stands in neither. */
  bothWays: BothWaysDto;
  canReview: boolean;
  canWrite: boolean;
  canSend: boolean;
  /** The reader's own address, where the reader may send a test; else null. */
  testTo: string | null;
};

const getSurveySchema = z.object({ surveyId: z.uuid() });

async function loadTestAddress(tx: Tx, { actor }: Ctx): Promise<string | null> {
  if (actor.type !== "user" || !can(actor, "survey:write")) return null;
  const where = { id: actor.userId };
  return (await tx.appUser.findUnique({ where, select: { email: true } }))?.email ?? null;
}

async function loadSurvey(tx: Tx, workspaceId: string, id: string) {
  const survey = await tx.survey.findFirst({
    where: { workspaceId, id },
    select: {
      id: true,
      familyId: true,
      name: true,
      version: true,
      question: true,
      scale: true,
      scope: true,
      archivedAt: true,
      followUps: true,
      touchpoint: { select: { id: true, name: true } },
    },
  });
  if (!survey) throw notFound("survey");
  return survey;
}

export async function getSurvey({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<SurveyDto> {
  requirePermission(ctx, "survey:read");
  const parsed = getSurveySchema.safeParse(input);
  if (!parsed.success) throw notFound("survey");
  const { id: workspaceId, timeZone } = ctx.workspace;
  return withWorkspace(ctx, async (tx) => {
    const survey = await loadSurvey(tx, workspaceId, parsed.data.surveyId);
    const { familyId, archivedAt, ...rest } = survey;
    const versions = await tx.survey.findMany({
      where: { workspaceId, familyId },
      orderBy: { version: "desc" },
      select: { id: true, version: true, createdAt: true },
    });
    return {
      ...rest,
      question: rest.question as SurveyQuestion,
      scope: rest.scope as SurveyScope,
      followUps: toFollowUps(rest.followUps),
      isCurrent: archivedAt === null,
      versions: versions.map(({ createdAt, ...version }) => ({
        ...version,
        createdOn: dateIn(timeZone, createdAt),
      })),
      doors: await loadDoors(tx, ctx, { survey: { familyId } }),
      waves: await loadWaves(tx, ctx, { survey: { familyId } }, WAVES_SHOWN),
      bothWays: await bothWaysOf(tx, ctx, {
        familyId,
        question: rest.question,
        from: null,
        until: null,
        accountIds: null,
        isPerPerson: false,
      }),
      canReview: can(ctx.actor, "response:review"),
      canWrite: can(ctx.actor, "survey:write"),
      canSend: can(ctx.actor, "wave:send"),
      testTo: await loadTestAddress(tx, ctx),
    };
  });
}
