import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { seesNames } from "@/lib/workspaces/sees-names";
import { requireAnswer } from "./find-answer";
import type { EntryRow } from "./load-entries";
import { replyTo } from "./reply-refusal";

export const MAX_REPLY = 4_000;

const line = z
  .string({ error: "Give the mail a subject." })
  .trim()
  .min(1, "Give the mail a subject.")
  .max(150, "Use at most 150 characters.")
  .transform((text) => text.replace(/\s+/g, " "));

const replyToAnswerSchema = z.object({
  invitationId: z.uuid({ error: "Open the answer again." }),
  /** Made with the form: sending the same form twice sends one mail. */
  replyId: z.uuid({ error: "Open the answer again." }),
  subject: line,
  body: z
    .string({ error: "Write something." })
    .trim()
    .min(1, "Write something.")
    .max(MAX_REPLY, `Use at most ${MAX_REPLY} characters.`),
});
type Reply = z.infer<typeof replyToAnswerSchema>;

/** The promise that a name is not seen would be broken by writing to it. */
async function refuseHidden(tx: Tx, ctx: Ctx): Promise<void> {
  if (await seesNames(tx, ctx)) return;
  throw new AppError("FORBIDDEN", "Names are kept from account managers here. Ask an admin.");
}

async function logReply(tx: Tx, ctx: Ctx, answer: EntryRow, reply: Reply): Promise<boolean> {
  const { workspace, actor, now } = ctx;
  const { count } = await tx.touch.createMany({
    data: [
      {
        workspaceId: workspace.id,
        id: reply.replyId,
        accountId: answer.accountId ?? "",
        contactId: answer.contactId,
        employeeId: actor.type === "user" ? actor.employeeId : null,
        kind: "email",
        isTwoWay: false,
        happenedOn: dateColumn(dateIn(workspace.timeZone, now)),
        note: `${reply.subject}\n\n${reply.body}`,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Writes to the person who answered. Answers to it go to the manager; the contact is logged. */
export async function replyToAnswer({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ replyId: string }> {
  requirePermission(ctx, "touch:write");
  const reply = replyToAnswerSchema.parse(input);
  const { invitationId, replyId, subject, body } = reply;
  const { actor, workspace } = ctx;
  const employeeId = actor.type === "user" ? actor.employeeId : null;
  if (employeeId === null) throw new AppError("FORBIDDEN", "Only a colleague writes to customers.");
  return withWorkspace(ctx, async (tx) => {
    await refuseHidden(tx, ctx);
    const answer = await requireAnswer(tx, workspace.id, invitationId);
    const to = await replyTo(tx, ctx, answer.contactId);
    if (to.refusal !== null || answer.accountId === null) {
      throw new AppError("CONFLICT", "This person cannot be written to.");
    }
    const isNew = await logReply(tx, ctx, answer, reply);
    if (!isNew) return { replyId };
    const payload = { subject, body };
    await enqueueMail(tx, ctx, { kind: "reply", invitationId, employeeId, payload });
    await writeAudit(tx, ctx, {
      verb: "replyToAnswer",
      subjectType: "invitation",
      subjectId: invitationId,
      fields: ["mail", "touch"],
    });
    await markFactsChanged(tx, workspace.id, [answer.accountId], ctx.now);
    return { replyId };
  });
}
