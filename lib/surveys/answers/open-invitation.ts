import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { HAND_OVER_GRACE_SECONDS, type HeldReason, heldReason } from "./held-reason";
import { type InvitationFacts, loadInvitation } from "./load-invitation";
import { requireRespondent } from "./require-respondent";
import { isOpen } from "./respondent-page";

/**
 * Locks the invitation for a press and judges it.
 * @throws AppError GONE when the survey has closed.
 */
export async function openInvitation(
  tx: Tx,
  ctx: Ctx,
  press: { honeypot: string; isStaff: boolean },
): Promise<{ invitation: InvitationFacts; held: HeldReason | null }> {
  const invitationId = requireRespondent(ctx);
  await tx.$queryRaw`
    SELECT id FROM invitation
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND id = ${invitationId}::uuid FOR UPDATE`;
  const invitation = await loadInvitation(tx, ctx.workspace, invitationId);
  if (!invitation) throw notFound("link");
  if (!isOpen(invitation, ctx)) throw new AppError("GONE", "This survey has closed.");
  const held = heldReason({
    now: ctx.now,
    handedAt: invitation.handedAt,
    graceSeconds: ctx.workspace.isDemo ? 0 : HAND_OVER_GRACE_SECONDS,
    isStaff: press.isStaff,
    hasHoneypot: press.honeypot !== "",
  });
  return { invitation, held };
}
