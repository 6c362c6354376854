import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";

const replayDeliverySchema = z.object({
  deliveryId: z.uuid({ error: "There is no such delivery." }),
});

/** Sends an event again, under the id it had: whoever has it already knows it by that. */
export async function replayDelivery({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ deliveryId: string }> {
  requirePermission(ctx, "setting:write");
  const { deliveryId } = replayDeliverySchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: {
        workspaceId,
        id: deliveryId,
        state: { in: ["delivered", "failed"] },
        // Of an erased person nothing is left to tell.
        payload: { not: "" },
        endpoint: { removedAt: null },
      },
      data: { state: "pending", attempts: 0, dueAt: ctx.now, finishedAt: null },
    });
    if (count === 0) throw notFound("delivery");
    await signalWork(tx, workspaceId, "webhook", ctx.now);
    await writeAudit(tx, ctx, {
      verb: "replayDelivery",
      subjectType: "webhookDelivery",
      subjectId: deliveryId,
    });
    return { deliveryId };
  });
}
