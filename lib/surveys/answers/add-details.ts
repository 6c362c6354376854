import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { storedFollowUps } from "../design/stored-answer";
import { appendAnswers, type NewAnswer } from "./append-answers";
import type { PressResult } from "./confirm-answer";
import type { HeldReason } from "./held-reason";
import type { InvitationFacts } from "./load-invitation";
import { openInvitation } from "./open-invitation";
import { pressSchema } from "./press-schema";

export const MAX_COMMENT = 4_000;

/** Keeps line breaks and tabs; the database takes no zero bytes. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/** Whole characters only: half of a pair would be stored as a question mark. */
function cut(text: string): string {
  return text.slice(0, MAX_COMMENT).replace(/[\ud800-\udbff]$/, "");
}

const addDetailsSchema = pressSchema.extend({
  // The page's field stops at this length; whatever is longer did not come from it.
  comment: z
    .string()
    .default("")
    .transform((text) => cut(cleaned(text))),
  /** The fields of the second step as they were sent, by the question each one answers. */
  fields: z.record(z.string(), z.string()),
});
type Details = z.infer<typeof addDetailsSchema>;

function toAnswers(invitation: InvitationFacts, details: Details): NewAnswer[] {
  const { comment } = details;
  const answers = storedFollowUps(invitation.asked, details.fields).map((answer) => ({
    ...answer,
    comment: null,
  }));
  const none = { valueNumber: null, valueCode: null, scale: null };
  return comment ? [{ ...none, question: "comment", comment }, ...answers] : answers;
}

/** Where no score counts yet, what belongs to a held score is held with it. */
async function heldWithScore(
  tx: Tx,
  ctx: Ctx,
  invitation: InvitationFacts,
): Promise<HeldReason | null> {
  const scores = await tx.responseEvent.findMany({
    where: {
      workspaceId: ctx.workspace.id,
      invitationId: invitation.invitationId,
      question: invitation.asked.question,
    },
    orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
    select: { class: true, reason: true },
  });
  const [last] = scores;
  if (!last) throw new AppError("CONFLICT", "Send the score first.");
  const isCounted = scores.some((score) => score.class === "confirmed");
  return isCounted ? null : (last.reason as HeldReason | null);
}

/** The second step: a sentence and the short questions; the score is already safe. */
export async function addDetails({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<PressResult> {
  requirePermission(ctx, "response:write");
  const details = addDetailsSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const { invitation, held } = await openInvitation(tx, ctx, details);
    const reason = held ?? (await heldWithScore(tx, ctx, invitation));
    const written = await appendAnswers(
      tx,
      ctx,
      invitation,
      toAnswers(invitation, details),
      reason,
    );
    if (written.length > 0) {
      await writeAudit(tx, ctx, {
        verb: "addDetails",
        subjectType: "invitation",
        subjectId: invitation.invitationId,
        fields: reason === null ? written : [...written, `held:${reason}`],
      });
    }
    return { isHeld: reason !== null };
  });
}
