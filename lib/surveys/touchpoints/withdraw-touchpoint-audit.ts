import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";

const withdrawAuditSchema = z.object({ auditId: z.uuid({ error: "Open the touchpoint again." }) });

/** Recorded by mistake: it stays in the list and stops counting. One's own, or any for an admin. */
export async function withdrawTouchpointAudit({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<null> {
  requirePermission(ctx, "touch:write");
  const { auditId } = withdrawAuditSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId: ctx.workspace.id, id: auditId };
    const audit = await tx.touchpointAudit.findFirst({
      where,
      select: { recordedById: true, touchpointId: true },
    });
    if (!audit) throw notFound("audit");
    const isOwn = ctx.actor.type === "user" && ctx.actor.userId === audit.recordedById;
    if (!isOwn && !can(ctx.actor, "survey:write")) {
      throw new AppError("FORBIDDEN", "Only the colleague who recorded it, or an admin, can.");
    }
    await tx.touchpointAudit.updateMany({
      where: { ...where, withdrawnAt: null },
      data: { withdrawnAt: ctx.now },
    });
    await writeAudit(tx, ctx, {
      verb: "withdrawTouchpointAudit",
      subjectType: "touchpoint",
      subjectId: audit.touchpointId,
      fields: ["withdrawnAt"],
    });
    return null;
  });
}
