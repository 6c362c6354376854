import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { KINDS_KEEPING_PAYLOAD } from "@/lib/mail/mail-kinds";
import { signalWork } from "@/lib/queue/signal-work";

const resolveUncertainMailSchema = z.object({
  mailId: z.uuid({ error: "Open the wave again." }),
  verdict: z.enum(["arrived", "send_again"], { error: "Say whether the mail arrived." }),
});

type Uncertain = {
  id: string;
  kind: string;
  state: string;
  handedAt: Date | null;
  invitationId: string | null;
  accountId: string | null;
};

async function lockMail(tx: Tx, workspaceId: string, mailId: string): Promise<Uncertain> {
  const [mail] = await tx.$queryRaw<Uncertain[]>`
    SELECT m.id, m.kind, m.state, m.handed_at AS "handedAt", m.invitation_id AS "invitationId",
      i.account_id AS "accountId"
    FROM mail_outbox m
    LEFT JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.id = ${mailId}::uuid
    FOR UPDATE OF m`;
  if (!mail) throw notFound("mail");
  if (mail.state === "uncertain") return mail;
  throw new AppError("CONFLICT", "Somebody has settled this mail already.");
}

async function noteArrival(tx: Tx, ctx: Ctx, mail: Uncertain): Promise<void> {
  const at = mail.handedAt ?? ctx.now;
  const dates: Record<string, { deliveredAt: Date } | { remindedAt: Date }> = {
    survey: { deliveredAt: at },
    survey_reminder: { remindedAt: at },
  };
  const data = dates[mail.kind];
  if (!data || mail.invitationId === null) return;
  const workspaceId = ctx.workspace.id;
  await tx.invitation.updateMany({ where: { workspaceId, id: mail.invitationId }, data });
  if (mail.accountId) await markFactsChanged(tx, workspaceId, [mail.accountId], ctx.now);
}

/** Only what the mail is written from anew may go again: a secret link went with the first try. */
async function sendAgain(tx: Tx, ctx: Ctx, mail: Uncertain): Promise<void> {
  if (!KINDS_KEEPING_PAYLOAD.includes(mail.kind)) {
    throw new AppError("CONFLICT", "Its link was removed. Ask for a new mail where it came from.");
  }
  await tx.mailOutbox.updateMany({
    where: { workspaceId: ctx.workspace.id, id: mail.id },
    data: { state: "pending", reason: "settled", dueAt: ctx.now, handedAt: null },
  });
  if (mail.kind === "survey" && mail.invitationId !== null) {
    await tx.invitation.updateMany({
      where: { workspaceId: ctx.workspace.id, id: mail.invitationId },
      data: { handedAt: null },
    });
  }
  await signalWork(tx, ctx.workspace.id, "mail", ctx.now);
}

/** A person has looked at the mail server's log, or asked: it arrived, or it may be sent again. */
export async function resolveUncertainMail({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<null> {
  requirePermission(ctx, "wave:send");
  const { mailId, verdict } = resolveUncertainMailSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const mail = await lockMail(tx, workspaceId, mailId);
    if (verdict === "send_again") await sendAgain(tx, ctx, mail);
    else {
      await tx.mailOutbox.updateMany({
        where: { workspaceId, id: mailId },
        data: { state: "sent", reason: "settled" },
      });
      await noteArrival(tx, ctx, mail);
    }
    await writeAudit(tx, ctx, {
      verb: "resolveUncertainMail",
      subjectType: "mail",
      subjectId: mailId,
      fields: [verdict],
    });
    return null;
  });
}
