import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { newInvitationSecret } from "./invitation-token";
import { invitationIdSchema } from "./member-input";

const resendSchema = z.object({ invitationId: invitationIdSchema });

/** A new link; the one in the earlier mail stops working. */
export async function resendInvitation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ email: string; expiresAt: string }> {
  requirePermission(ctx, "member:write");
  const { invitationId } = resendSchema.parse(input);
  const { workspace, now } = ctx;
  const workspaceId = workspace.id;
  const secret = newInvitationSecret({ workspaceId, invitationId }, now);
  return withWorkspace(ctx, async (tx) => {
    const [row] = await tx.memberInvitation.updateManyAndReturn({
      where: { workspaceId, id: invitationId, acceptedAt: null, revokedAt: null },
      data: { tokenHash: secret.tokenHash, expiresAt: secret.expiresAt },
      select: { email: true, name: true },
    });
    if (!row) throw notFound("open invitation");
    const payload = {
      url: secret.url,
      name: row.name,
      workspaceName: workspace.name,
      expiresAt: secret.expiresAt.toISOString(),
    };
    await enqueueMail(tx, ctx, { kind: "member_invitation", to: row.email, payload });
    await writeAudit(tx, ctx, {
      verb: "resendInvitation",
      subjectType: "memberInvitation",
      subjectId: invitationId,
    });
    return { email: row.email, expiresAt: payload.expiresAt };
  });
}
