import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { lockTouchpoints, requireFreeName, requireOwner } from "./order-touchpoints";
import { TOUCHPOINT_KINDS, touchpointInputSchema } from "./touchpoint-input";

const createTouchpointSchema = touchpointInputSchema.extend({
  /** Customers are asked, or colleagues look: one never becomes the other. */
  kind: z.enum(TOUCHPOINT_KINDS, { error: "Choose what it is." }).default("customer"),
});

export async function createTouchpoint({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ touchpointId: string }> {
  requirePermission(ctx, "survey:write");
  const { ownerId, ...fields } = createTouchpointSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const order = await lockTouchpoints(tx, ctx);
    await requireFreeName(tx, ctx, fields.name, null);
    await requireOwner(tx, ctx, ownerId);
    const touchpointId = newId();
    await tx.touchpoint.create({
      data: {
        workspaceId: ctx.workspace.id,
        id: touchpointId,
        ...fields,
        ownerId: ownerId ?? null,
        position: order.length,
      },
      select: { id: true },
    });
    await writeAudit(tx, ctx, {
      verb: "createTouchpoint",
      subjectType: "touchpoint",
      subjectId: touchpointId,
      fields: Object.keys(fields),
    });
    return { touchpointId };
  });
}
