import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";

const vetoAskSchema = z.object({
  invitationId: z.uuid({ error: "Open the list again." }),
  reason: z
    .string({ error: "Say why, in a few words." })
    .trim()
    .min(1, "Say why, in a few words.")
    .max(300, "Use at most 300 characters."),
});

/** Of another's customer a manager decides nothing; an admin may for all. */
function requireOwner(ctx: Ctx, ownerId: string | null): void {
  const { actor } = ctx;
  if (actor.type !== "user" || actor.role === "admin") return;
  if (ownerId !== null && actor.employeeId === ownerId) return;
  throw new AppError("FORBIDDEN", "Only the account's owner or an admin may say no to this ask.");
}

/** The account's owner says that this person is not asked now. Logged with its reason. */
export async function vetoAsk({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "account:write");
  const { invitationId, reason } = vetoAskSchema.parse(input);
  const { workspace, now, actor } = ctx;
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId: workspace.id, id: invitationId };
    const invitation = await tx.invitation.findFirst({
      where,
      select: { vetoedAt: true, account: { select: { ownerId: true } } },
    });
    if (!invitation) throw notFound("ask");
    requireOwner(ctx, invitation.account?.ownerId ?? null);
    if (invitation.vetoedAt) return null;
    // The row lock decides between this and a worker that claims the mail at the same moment.
    const taken = await tx.$executeRaw`
      UPDATE mail_outbox SET state = 'skipped', reason = 'vetoed', finished_at = ${now}
      WHERE workspace_id = ${workspace.id}::uuid AND invitation_id = ${invitationId}::uuid
        AND kind = 'survey' AND state IN ('pending', 'paused')`;
    if (taken === 0) throw new AppError("CONFLICT", "The mail has left already.");
    await tx.invitation.updateMany({
      where,
      data: {
        skippedReason: "vetoed",
        vetoedAt: now,
        vetoedById: actor.type === "user" ? actor.userId : null,
        vetoReason: reason,
      },
    });
    await writeAudit(tx, ctx, {
      verb: "vetoAsk",
      subjectType: "invitation",
      subjectId: invitationId,
      fields: ["veto"],
    });
    return null;
  });
}
