import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { takeTurns } from "@/lib/db/take-turns";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { enqueueEvents } from "@/lib/webhooks/enqueue-event";
import { requireAnswer } from "./find-answer";

export const MAX_NOTE = 2_000;
/** It stands as one sentence in a mail. */
export const MAX_WHAT_CHANGED = 300;

const emptyToNull = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max} characters.`)
    .default("")
    .transform((text) => text || null);

const handleAnswerSchema = z.object({
  invitationId: z.uuid({ error: "Open the answer again." }),
  /** For colleagues. */
  note: emptyToNull(MAX_NOTE),
  /** For the person, in the next mail. */
  whatChanged: emptyToNull(MAX_WHAT_CHANGED).transform(
    (text) => text?.replace(/\s+/g, " ") ?? null,
  ),
  /** What stood there when the form was opened, where it says so. */
  noteSeen: z.string().optional(),
  whatChangedSeen: z.string().optional(),
});

/** Forms write line ends in their own way. */
function sameText(a: string | null, b: string): boolean {
  const plain = (text: string) => text.replace(/\r\n/g, "\n").trim();
  return plain(a ?? "") === plain(b);
}

/** What a colleague wrote since the form was opened is not overwritten unseen. */
async function refuseUnseen(
  tx: Tx,
  key: { workspaceId: string; invitationId: string },
  seen: { noteSeen?: string | undefined; whatChangedSeen?: string | undefined },
): Promise<void> {
  const { noteSeen, whatChangedSeen } = seen;
  if (noteSeen === undefined || whatChangedSeen === undefined) return;
  // Two who save at once come one after the other, also where there is no row to lock yet.
  await takeTurns(tx, `handling:${key.invitationId}`);
  const row = await tx.answerHandling.findFirst({
    where: key,
    select: { note: true, whatChanged: true },
  });
  const isSeen =
    sameText(row?.note ?? null, noteSeen) && sameText(row?.whatChanged ?? null, whatChangedSeen);
  if (!isSeen) {
    throw new AppError(
      "CONFLICT",
      "A colleague wrote here meanwhile. Load the page again to see it.",
    );
  }
}

/** Somebody saw to an answer: what was done, and what the person is told of it in the next mail. */
export async function handleAnswer({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ invitationId: string }> {
  requirePermission(ctx, "touch:write");
  const { invitationId, note, whatChanged, ...seen } = handleAnswerSchema.parse(input);
  const { workspace, actor, now } = ctx;
  return withWorkspace(ctx, async (tx) => {
    const answer = await requireAnswer(tx, workspace.id, invitationId);
    await refuseUnseen(tx, { workspaceId: workspace.id, invitationId }, seen);
    const handled = {
      handledAt: answer.handledAt ?? now,
      handledById: actor.type === "user" ? actor.userId : null,
      note,
      whatChanged,
      updatedAt: now,
    };
    await tx.answerHandling.upsert({
      where: { workspaceId_invitationId: { workspaceId: workspace.id, invitationId } },
      create: { workspaceId: workspace.id, id: newId(), invitationId, ...handled },
      update: handled,
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "handleAnswer",
      subjectType: "invitation",
      subjectId: invitationId,
      fields: ["handledAt", "note", "whatChanged"],
    });
    const handledAt = handled.handledAt.toISOString();
    const key = `handled:${invitationId}:${now.toISOString()}`;
    const data = { invitationId, handledAt, note, whatChanged };
    await enqueueEvents(tx, ctx, [{ kind: "answer.handled", key, data }]);
    return { invitationId };
  });
}
