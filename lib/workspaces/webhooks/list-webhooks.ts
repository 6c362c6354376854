import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import type { Tx } from "@/lib/db/with-workspace";
import { withWorkspace } from "@/lib/db/with-workspace";
import { EVENT_KINDS, type EventKind } from "@/lib/webhooks/event-kinds";

const DELIVERIES_SHOWN = 50;

export type DeliveryDto = {
  deliveryId: string;
  endpointId: string;
  kind: string;
  state: "pending" | "delivered" | "failed";
  attempts: number;
  createdAt: string;
  /** When it is tried again. */
  dueAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
};

export type WebhookDto = {
  endpointId: string;
  url: string;
  events: string[];
  createdAt: string;
  pausedAt: string | null;
  pausedReason: "failing" | "gone" | null;
  waiting: number;
};

export type WebhooksDto = {
  webhooks: WebhookDto[];
  deliveries: DeliveryDto[];
  /** What a webhook can be told of. */
  kinds: readonly EventKind[];
};

async function loadDeliveries(tx: Tx, workspaceId: string): Promise<DeliveryDto[]> {
  const rows = await tx.webhookDelivery.findMany({
    where: { workspaceId, endpoint: { removedAt: null } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: DELIVERIES_SHOWN,
    omit: { workspaceId: true, payload: true, eventKey: true },
  });
  return rows.map((row) => ({
    deliveryId: row.id,
    endpointId: row.endpointId,
    kind: row.kind,
    state: row.state as DeliveryDto["state"],
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.state === "pending" ? row.dueAt.toISOString() : null,
    lastStatus: row.lastStatus,
    lastError: row.lastError,
  }));
}

/** Where events go, and the last of them. */
export async function listWebhooks({ ctx }: { ctx: Ctx }): Promise<WebhooksDto> {
  requirePermission(ctx, "setting:write");
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    const rows = await tx.webhookEndpoint.findMany({
      where: { workspaceId, removedAt: null },
      orderBy: { createdAt: "asc" },
      select: {
        id: true,
        url: true,
        events: true,
        createdAt: true,
        pausedAt: true,
        pausedReason: true,
        _count: { select: { deliveries: { where: { state: "pending" } } } },
      },
    });
    const webhooks = rows.map((row) => ({
      endpointId: row.id,
      url: row.url,
      events: row.events,
      createdAt: row.createdAt.toISOString(),
      pausedAt: row.pausedAt?.toISOString() ?? null,
      pausedReason: row.pausedReason as WebhookDto["pausedReason"],
      waiting: row._count.deliveries,
    }));
    return { webhooks, deliveries: await loadDeliveries(tx, workspaceId), kinds: EVENT_KINDS };
  });
}
