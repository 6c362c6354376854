import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { lockTouchpoints, placeOf, requireFreeName, requireOwner } from "./order-touchpoints";
import { touchpointIdSchema, touchpointInputSchema } from "./touchpoint-input";

const changeTouchpointSchema = touchpointInputSchema.extend(touchpointIdSchema.shape);

/** Surveys that name it ask under the new name from then on. */
export async function changeTouchpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<null> {
  requirePermission(ctx, "survey:write");
  const { touchpointId, ownerId, ...fields } = changeTouchpointSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    placeOf(await lockTouchpoints(tx, ctx), touchpointId);
    await requireFreeName(tx, ctx, fields.name, touchpointId);
    await requireOwner(tx, ctx, ownerId);
    await tx.touchpoint.updateMany({
      where: { workspaceId: ctx.workspace.id, id: touchpointId },
      data: { ...fields, ownerId: ownerId ?? null },
    });
    await writeAudit(tx, ctx, {
      verb: "changeTouchpoint",
      subjectType: "touchpoint",
      subjectId: touchpointId,
      fields: [...Object.keys(fields), "ownerId"],
    });
    return null;
  });
}
