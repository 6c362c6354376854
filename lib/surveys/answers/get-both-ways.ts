import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { isIsoDate } from "@/lib/format/calendar";
import { SURVEY_QUESTIONS } from "../design/question-codes";
import { bothWaysOf } from "./both-ways-of";
import type { BothWaysDto } from "./build-both-ways";

const day = z.string().refine(isIsoDate, "Give a date as 2026-12-31.").nullable().default(null);

const getBothWaysSchema = z.union([
  z.object({ surveyId: z.uuid() }),
  z.object({
    question: z.enum(SURVEY_QUESTIONS),
    from: day,
    until: day,
    accountIds: z.array(z.uuid()).nullable().default(null),
  }),
]);

async function scopeOf(tx: Tx, ctx: Ctx, input: z.infer<typeof getBothWaysSchema>) {
  if ("question" in input) return { ...input, familyId: null, isPerPerson: true };
  const survey = await tx.survey.findFirst({
    where: { workspaceId: ctx.workspace.id, id: input.surveyId },
    select: { familyId: true, question: true },
  });
  if (!survey) throw notFound("survey");
  return { ...survey, from: null, until: null, accountIds: null, isPerPerson: false };
}

export type BothWaysView = BothWaysDto & { canReview: boolean };

/** What counts, what would count with unsent choices, what is kept aside, and who only looked. */
export async function getBothWays({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<BothWaysView> {
  requirePermission(ctx, "survey:read");
  const parsed = getBothWaysSchema.parse(input);
  return withWorkspace(ctx, async (tx) => ({
    ...(await bothWaysOf(tx, ctx, await scopeOf(tx, ctx, parsed))),
    canReview: can(ctx.actor, "response:review"),
  }));
}
