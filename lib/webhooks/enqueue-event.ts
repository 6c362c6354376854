import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { signalWork } from "@/lib/queue/signal-work";
import { type EventKind, TEST_EVENT } from "./event-kinds";

export type OutgoingEvent = {
  kind: EventKind | typeof TEST_EVENT;
  /** Says what happened: told again under the same key it is told once. */
  key: string;
  /** Ids and values, never a person's name or address. */
  data: Record<string, unknown>;
};

/** The body as it is signed and sent; `id` is the same on every try and at every endpoint. */
export function eventBody(ctx: Ctx, event: OutgoingEvent, id: string): string {
  const { kind: type, data } = event;
  return JSON.stringify({ id, type, timestamp: ctx.now.toISOString(), data });
}

type Wants = { id: string; events: string[] };

async function insert(tx: Tx, ctx: Ctx, events: readonly OutgoingEvent[], endpoints: Wants[]) {
  const rows = events.flatMap((event) => {
    const eventId = newId();
    const body = eventBody(ctx, event, eventId);
    const wanted = endpoints.filter(
      ({ events: kinds }) => event.kind === TEST_EVENT || kinds.includes(event.kind),
    );
    return wanted.map(({ id: endpointId }) => ({
      ...event,
      id: newId(),
      eventId,
      body,
      endpointId,
    }));
  });
  if (rows.length === 0) return;
  const { workspace, now } = ctx;
  await tx.$executeRaw`
    INSERT INTO webhook_delivery
      (workspace_id, id, endpoint_id, event_id, event_key, kind, payload, created_at, due_at)
    SELECT ${workspace.id}::uuid, t.id, t.endpoint_id, t.event_id, t.key, t.kind, t.body, ${now}, ${now}
    FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.endpointId)}::uuid[],
      ${rows.map((row) => row.eventId)}::uuid[], ${rows.map((row) => row.key)}::text[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.body)}::text[])
      AS t(id, endpoint_id, event_id, key, kind, body)
    ON CONFLICT (workspace_id, endpoint_id, event_key) DO NOTHING`;
  await signalWork(tx, workspace.id, "webhook", now);
}

/**
 * Writes events, in the transaction in which they happened, for every endpoint that wants their kind;
 * the worker sends them. @param endpointId only to this one.
 */
export async function enqueueEvents(
  tx: Tx,
  ctx: Ctx,
  events: readonly OutgoingEvent[],
  endpointId: string | null = null,
): Promise<void> {
  if (events.length === 0) return;
  const endpoints = await tx.webhookEndpoint.findMany({
    where: {
      workspaceId: ctx.workspace.id,
      removedAt: null,
      ...(endpointId === null ? {} : { id: endpointId }),
    },
    select: { id: true, events: true },
  });
  if (endpoints.length > 0) await insert(tx, ctx, events, endpoints);
}
