import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Prisma } from "@/lib/db/client";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { signalWork } from "@/lib/queue/signal-work";
import { webhookSecret } from "@/lib/webhooks/webhook-secret";

const changeWebhookSchema = z.object({
  endpointId: z.uuid({ error: "There is no such webhook." }),
  change: z.enum(["pause", "resume", "remove", "renew"], { error: "Choose from the list." }),
});
type Change = z.infer<typeof changeWebhookSchema>["change"];

function dataOf(change: Change, now: Date): Prisma.WebhookEndpointUpdateManyMutationInput {
  switch (change) {
    case "pause":
      return { pausedAt: now, pausedReason: null };
    case "resume":
      return { pausedAt: null, pausedReason: null };
    case "remove":
      return { removedAt: now };
    case "renew":
      return { secretVersion: { increment: 1 } };
  }
}

/**
 * Pauses (events wait), resumes, removes, or gives a new secret; the old one ends at once.
 * @returns the new secret, this once, where it was renewed.
 */
export async function changeWebhook({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ secret: string | null }> {
  requirePermission(ctx, "setting:write");
  const { endpointId, change } = changeWebhookSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const where = { workspaceId, id: endpointId, removedAt: null };
    const data = dataOf(change, ctx.now);
    const { count } = await tx.webhookEndpoint.updateMany({ where, data });
    if (count === 0) throw notFound("webhook");
    if (change === "resume") await signalWork(tx, workspaceId, "webhook", ctx.now);
    await writeAudit(tx, ctx, {
      verb: "changeWebhook",
      subjectType: "webhook",
      subjectId: endpointId,
      fields: [change],
    });
    if (change !== "renew") return { secret: null };
    const row = await tx.webhookEndpoint.findFirst({ where, select: { secretVersion: true } });
    const named = { workspaceId, endpointId, version: row?.secretVersion ?? 1 };
    return { secret: webhookSecret(readEnv().AUTH_SECRET, named) };
  });
}
