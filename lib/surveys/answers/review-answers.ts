import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";

const OPEN_AGAIN = "Open the list again.";
const reviewAnswersSchema = z
  .object({
    responseIds: z.preprocess(
      (value) => (Array.isArray(value) ? value : [value]),
      z
        .array(z.uuid({ error: OPEN_AGAIN }))
        .min(1, OPEN_AGAIN)
        .max(200, OPEN_AGAIN),
    ),
    decision: z.enum(["accepted", "rejected"], { error: "Say whether it counts." }),
  })
  .refine(
    ({ responseIds, decision }) => decision === "rejected" || responseIds.length === 1,
    "Of several answers of one person only one can count.",
  );
type Review = z.infer<typeof reviewAnswersSchema>;

type Scored = {
  id: string;
  invitationId: string;
  question: string;
  answeredAt: Date;
  accountId: string | null;
};

/** The answers to decide about, their invitations locked so that nobody presses meanwhile. */
async function loadUndecided(tx: Tx, ctx: Ctx, { responseIds }: Review): Promise<Scored[]> {
  const workspaceId = ctx.workspace.id;
  const rows = await tx.$queryRaw<(Scored & { isDecided: boolean })[]>`
    SELECT r.id, r.invitation_id AS "invitationId", r.question, r.answered_at AS "answeredAt",
      r.account_id AS "accountId", EXISTS (SELECT 1 FROM response_review v
        WHERE v.workspace_id = ${workspaceId}::uuid AND v.response_id = r.id) AS "isDecided"
    FROM response_event r
    JOIN invitation i ON i.workspace_id = r.workspace_id AND i.id = r.invitation_id
    JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
      AND s.question = r.question
    WHERE r.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
      AND s.workspace_id = ${workspaceId}::uuid AND r.id = ANY(${responseIds}::uuid[])
      AND r.class IN ('held', 'provisional')
    ORDER BY i.id FOR UPDATE OF i`;
  if (rows.length < new Set(responseIds).size) throw notFound("held answer");
  if (rows.some((row) => row.isDecided)) {
    throw new AppError("CONFLICT", "Somebody has decided about this already.");
  }
  return rows;
}

/** @throws AppError CONFLICT where the person answered since: that answer counts. */
async function refuseOvertaken(tx: Tx, ctx: Ctx, score: Scored): Promise<void> {
  const { invitationId, question, answeredAt } = score;
  const later = await tx.responseEvent.findFirst({
    where: {
      workspaceId: ctx.workspace.id,
      invitationId,
      question,
      class: "confirmed",
      answeredAt: { gt: answeredAt },
    },
    select: { id: true },
  });
  if (later) {
    throw new AppError("CONFLICT", "This person has answered since, and that answer counts.");
  }
}

/** The score and what was written with it, up to the next score. */
async function loadTogether(tx: Tx, ctx: Ctx, score: Scored) {
  const { invitationId, question, answeredAt } = score;
  const where = { workspaceId: ctx.workspace.id, invitationId };
  const next = await tx.responseEvent.findFirst({
    where: { ...where, question, answeredAt: { gt: answeredAt } },
    orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
    select: { answeredAt: true },
  });
  return tx.responseEvent.findMany({
    where: {
      ...where,
      class: { in: ["held", "provisional"] },
      review: null,
      OR: [
        { id: score.id },
        {
          question: { not: question },
          answeredAt: { gte: answeredAt, ...(next ? { lt: next.answeredAt } : {}) },
        },
      ],
    },
    orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
  });
}

async function decide(tx: Tx, ctx: Ctx, responseId: string, decision: Review["decision"]) {
  const { workspace, now, actor } = ctx;
  await tx.responseReview.create({
    data: {
      workspaceId: workspace.id,
      id: newId(),
      responseId,
      decision,
      reviewedById: actor.type === "user" ? actor.userId : null,
      reviewedAt: now,
    },
    select: { id: true },
  });
}

/** Appends the same answers as confirmed, at the time they were given; the held ones stay. */
async function accept(tx: Tx, ctx: Ctx, score: Scored): Promise<void> {
  await refuseOvertaken(tx, ctx, score);
  for (const event of await loadTogether(tx, ctx, score)) {
    await decide(tx, ctx, event.id, "accepted");
    const evidence = { ...(event.evidence as object), acceptedFrom: event.id };
    await tx.responseEvent.create({
      data: { ...event, id: newId(), class: "confirmed", reason: null, evidence },
      select: { id: true },
    });
  }
  if (score.accountId) await markFactsChanged(tx, ctx.workspace.id, [score.accountId], ctx.now);
}

/** A person decides whether answers that were kept aside, or left unsent, count after all. */
export async function reviewAnswers({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "response:review");
  const review = reviewAnswersSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    for (const score of await loadUndecided(tx, ctx, review)) {
      if (review.decision === "accepted") await accept(tx, ctx, score);
      else await decide(tx, ctx, score.id, "rejected");
      await writeAudit(tx, ctx, {
        verb: "reviewAnswers",
        subjectType: "response",
        subjectId: score.id,
        fields: [review.decision],
      });
    }
    return null;
  });
}
