import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { DIRECTIONS, movedOrder } from "./moved-order";
import { lockTouchpoints, placeOf, writeOrder } from "./order-touchpoints";
import { loadStages } from "./stages";
import { touchpointIdSchema } from "./touchpoint-input";

const moveTouchpointSchema = touchpointIdSchema.extend({
  direction: z.enum(DIRECTIONS, { error: "Choose a direction." }),
});

/** One step on the map; at its edge nothing moves. */
export async function moveTouchpoint({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<null> {
  requirePermission(ctx, "survey:write");
  const { touchpointId, direction } = moveTouchpointSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const order = await lockTouchpoints(tx, ctx);
    const place = placeOf(order, touchpointId);
    const today = dateIn(ctx.workspace.timeZone, ctx.now);
    const stages = await loadStages(tx, ctx, today);
    await writeOrder(tx, ctx, movedOrder(order, stages, place, direction));
    await writeAudit(tx, ctx, {
      verb: "moveTouchpoint",
      subjectType: "touchpoint",
      subjectId: touchpointId,
      fields: ["stage", "position"],
    });
    return null;
  });
}
