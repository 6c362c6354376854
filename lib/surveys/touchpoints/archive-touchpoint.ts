import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError, notFound } from "@/lib/errors";
import { touchpointIdSchema } from "./touchpoint-input";

const archiveTouchpointSchema = touchpointIdSchema.extend({
  /** "no" brings it back to the map. */
  isArchived: z.enum(["yes", "no"]).default("yes"),
});

/** Off the map and back; what was answered about it stays. */
export async function archiveTouchpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<null> {
  requirePermission(ctx, "survey:write");
  const { touchpointId, isArchived } = archiveTouchpointSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId: ctx.workspace.id, id: touchpointId };
    if (!(await tx.touchpoint.findFirst({ where, select: { id: true } }))) {
      throw notFound("touchpoint");
    }
    const asking = await tx.survey.findFirst({
      where: { workspaceId: ctx.workspace.id, touchpointId, archivedAt: null },
      select: { name: true },
    });
    if (asking && isArchived === "yes") {
      throw new AppError(
        "CONFLICT",
        `Archive the survey “${asking.name}” first: it asks about it.`,
      );
    }
    const archivedAt = isArchived === "yes" ? ctx.now : null;
    await tx.touchpoint.updateMany({ where, data: { archivedAt } });
    await writeAudit(tx, ctx, {
      verb: "archiveTouchpoint",
      subjectType: "touchpoint",
      subjectId: touchpointId,
      fields: ["archivedAt"],
    });
    return null;
  });
}
