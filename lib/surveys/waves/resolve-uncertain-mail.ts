import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { signalWork } from "@/lib/queue/signal-work";

const resolveUncertainMailSchema = z.object({
  mailId: z.uuid({ error: "Open the wave again." }),
  verdict: z.enum(["arrived", "send_again"], { error: "Say whether the mail arrived." }),
});

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
    await tx.$queryRaw`
      SELECT id FROM mail_outbox
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${mailId}::uuid FOR UPDATE`;
    const where = { workspaceId, id: mailId };
    const mail = await tx.mailOutbox.findFirst({
      where: { ...where, kind: "survey" },
      select: {
        state: true,
        handedAt: true,
        invitation: { select: { id: true, accountId: true } },
      },
    });
    if (!mail?.invitation) throw notFound("mail");
    if (mail.state !== "uncertain") {
      throw new AppError("CONFLICT", "Somebody has settled this mail already.");
    }
    const isSent = verdict === "arrived";
    await tx.mailOutbox.updateMany({
      where,
      data: isSent
        ? { state: "sent", reason: "settled by a person" }
        : { state: "pending", reason: "settled by a person", dueAt: ctx.now, handedAt: null },
    });
    await tx.invitation.updateMany({
      where: { workspaceId, id: mail.invitation.id },
      data: isSent ? { deliveredAt: mail.handedAt ?? ctx.now } : { handedAt: null },
    });
    const { accountId } = mail.invitation;
    if (!isSent) await signalWork(tx, workspaceId, "mail", ctx.now);
    else if (accountId) await markFactsChanged(tx, workspaceId, [accountId], ctx.now);
    await writeAudit(tx, ctx, {
      verb: "resolveUncertainMail",
      subjectType: "mail",
      subjectId: mailId,
      fields: [verdict],
    });
    return null;
  });
}
