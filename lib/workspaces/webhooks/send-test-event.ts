import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { enqueueEvents } from "@/lib/webhooks/enqueue-event";
import { TEST_EVENT } from "@/lib/webhooks/event-kinds";

const sendTestEventSchema = z.object({
  endpointId: z.uuid({ error: "There is no such webhook." }),
});

/** An event that tells nothing, on the same way as every other. */
export async function sendTestEvent({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ endpointId: string }> {
  requirePermission(ctx, "setting:write");
  const { endpointId } = sendTestEventSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const endpoint = await tx.webhookEndpoint.findFirst({
      where: { workspaceId: ctx.workspace.id, id: endpointId, removedAt: null },
      select: { id: true },
    });
    if (!endpoint) throw notFound("webhook");
    const event = { kind: TEST_EVENT, key: `test:${newId()}`, data: {} } as const;
    await enqueueEvents(tx, ctx, [event], endpointId);
    await writeAudit(tx, ctx, {
      verb: "sendTestEvent",
      subjectType: "webhook",
      subjectId: endpointId,
    });
    return { endpointId };
  });
}
