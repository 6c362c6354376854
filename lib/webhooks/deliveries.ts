import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import type { PostResult } from "./post-event";

/** Longer than a post may take. */
const LEASE_SECONDS = 60;
const MINUTE_MS = 60_000;
/** After the first try, the second and so on; two days in all. */
const WAITS_MINUTES = [0.5, 2, 10, 60, 240, 720, 1440];
export const MOST_ATTEMPTS = WAITS_MINUTES.length + 1;

export type ClaimedDelivery = {
  id: string;
  endpointId: string;
  eventId: string;
  payload: string;
  attempts: number;
  url: string;
  secretVersion: number;
};

/** Takes what is due longest, for as long as a post may last; a dead worker's come again. */
export async function claimDeliveries(tx: Tx, ctx: Ctx, most: number): Promise<ClaimedDelivery[]> {
  const ws = ctx.workspace.id;
  return tx.$queryRaw<ClaimedDelivery[]>`
    WITH due AS (
      SELECT d.id FROM webhook_delivery d
      JOIN webhook_endpoint e ON e.workspace_id = d.workspace_id AND e.id = d.endpoint_id
      WHERE d.workspace_id = ${ws}::uuid AND e.workspace_id = ${ws}::uuid
        AND d.state = 'pending' AND d.due_at <= now()
        AND (d.leased_until IS NULL OR d.leased_until <= now())
        AND e.paused_at IS NULL AND e.removed_at IS NULL
      ORDER BY d.due_at LIMIT ${most} FOR UPDATE OF d SKIP LOCKED)
    UPDATE webhook_delivery d
    SET leased_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = d.attempts + 1
    FROM due, webhook_endpoint e
    WHERE d.workspace_id = ${ws}::uuid AND d.id = due.id
      AND e.workspace_id = d.workspace_id AND e.id = d.endpoint_id
    RETURNING d.id, d.endpoint_id AS "endpointId", d.event_id AS "eventId", d.payload, d.attempts,
      e.url, e.secret_version AS "secretVersion"`;
}

/** When a delivery that failed is tried again; null after the last try. @param attempts made so far */
export function nextTryAt(now: Date, attempts: number): Date | null {
  const minutes = WAITS_MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS);
}

async function pause(tx: Tx, ctx: Ctx, endpointId: string, reason: "failing" | "gone") {
  await tx.webhookEndpoint.updateMany({
    where: { workspaceId: ctx.workspace.id, id: endpointId, pausedAt: null },
    data: { pausedAt: ctx.now, pausedReason: reason },
  });
}

/** Writes what came of a try; an endpoint that is gone, or failed for two days, rests. */
export async function settleDelivery(
  tx: Tx,
  ctx: Ctx,
  { id, endpointId, attempts }: ClaimedDelivery,
  { status, error }: PostResult,
): Promise<void> {
  const isDelivered = status !== null && status >= 200 && status < 300;
  const isGone = status === 410;
  const again = isDelivered || isGone ? null : nextTryAt(ctx.now, attempts);
  const state = isDelivered ? "delivered" : again ? "pending" : "failed";
  await tx.webhookDelivery.updateMany({
    where: { workspaceId: ctx.workspace.id, id, state: "pending" },
    data: {
      state,
      lastStatus: status,
      lastError: error,
      leasedUntil: null,
      ...(again ? { dueAt: again } : { finishedAt: ctx.now }),
    },
  });
  if (state === "failed") await pause(tx, ctx, endpointId, isGone ? "gone" : "failing");
}

/** When there is something to send next. */
export async function nextDeliveryAt(tx: Tx, workspaceId: string): Promise<Date | null> {
  const row = await tx.webhookDelivery.findFirst({
    where: { workspaceId, state: "pending", endpoint: { pausedAt: null, removedAt: null } },
    orderBy: { dueAt: "asc" },
    select: { dueAt: true, leasedUntil: true },
  });
  if (!row) return null;
  return row.leasedUntil && row.leasedUntil > row.dueAt ? row.leasedUntil : row.dueAt;
}
