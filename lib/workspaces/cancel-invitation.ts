import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { invitationIdSchema } from "./member-input";

const cancelSchema = z.object({ invitationId: invitationIdSchema });

export async function cancelInvitation({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ email: string }> {
  requirePermission(ctx, "member:write");
  const { invitationId } = cancelSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const [row] = await tx.memberInvitation.updateManyAndReturn({
      where: {
        workspaceId: ctx.workspace.id,
        id: invitationId,
        acceptedAt: null,
        revokedAt: null,
      },
      data: { revokedAt: ctx.now },
      select: { email: true },
    });
    if (!row) throw notFound("open invitation");
    await writeAudit(tx, ctx, {
      verb: "cancelInvitation",
      subjectType: "memberInvitation",
      subjectId: invitationId,
    });
    return { email: row.email };
  });
}
