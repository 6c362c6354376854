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
  /** Its endpoint did not answer when it was tried last, and may cost the whole time again. */
  isProbe: boolean;
};

type Waiting = { id: string; url: string; secretVersion: number; isSilent: boolean };

/**
 * Endpoints for which something is due, and whether they left the last try without an answer. When one
 * that waits was tried follows from when it is due again; while it is tried, that try is counted already.
 * In any order: where there are more than have a place, each gets one in time.
 */
function loadWaiting(tx: Tx, ws: string): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT e.id, e.url, e.secret_version AS "secretVersion", COALESCE((
        SELECT max(d.due_at - make_interval(secs => 60 * (${WAITS_MINUTES}::float8[])[
          d.attempts - CASE WHEN d.leased_until IS NULL THEN 0 ELSE 1 END]))
        FROM webhook_delivery d
        WHERE d.workspace_id = ${ws}::uuid AND d.endpoint_id = e.id AND d.state = 'pending'
          AND d.attempts > 0 AND d.last_error IS NOT NULL) > COALESCE((
        SELECT max(d.finished_at) FROM webhook_delivery d
        WHERE d.workspace_id = ${ws}::uuid AND d.endpoint_id = e.id AND d.state = 'delivered'),
        '-infinity'), false) AS "isSilent"
    FROM webhook_endpoint e
    WHERE e.workspace_id = ${ws}::uuid AND e.paused_at IS NULL AND e.removed_at IS NULL
      AND EXISTS (
        SELECT 1 FROM webhook_delivery d
        WHERE d.workspace_id = ${ws}::uuid AND d.endpoint_id = e.id AND d.state = 'pending'
          AND d.due_at <= now() AND (d.leased_until IS NULL OR d.leased_until <= now()))
    ORDER BY random()`;
}

async function claimFrom(
  tx: Tx,
  ws: string,
  { id: endpointId, url, secretVersion, isSilent }: Waiting,
  most: number,
): Promise<ClaimedDelivery[]> {
  const rows = await tx.$queryRaw<
    Pick<ClaimedDelivery, "id" | "eventId" | "payload" | "attempts">[]
  >`
    WITH due AS (
      SELECT d.id FROM webhook_delivery d
      WHERE d.workspace_id = ${ws}::uuid AND d.endpoint_id = ${endpointId}::uuid
        AND d.state = 'pending' AND d.due_at <= now()
        AND (d.leased_until IS NULL OR d.leased_until <= now())
      ORDER BY d.due_at LIMIT ${isSilent ? 1 : most} FOR UPDATE SKIP LOCKED)
    UPDATE webhook_delivery d
    SET leased_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = d.attempts + 1
    FROM due
    WHERE d.workspace_id = ${ws}::uuid AND d.id = due.id
    RETURNING d.id, d.event_id AS "eventId", d.payload, d.attempts`;
  return rows.map((row) => ({ ...row, endpointId, url, secretVersion, isProbe: isSilent }));
}

/**
 * Takes what is due, for as long as a post may last; a dead worker's come again. Endpoints get equal
 * parts, and one that did not answer is tried with one event at a time: a receiver that hangs takes
 * nobody else's place. @param answering leaves out those that did not answer
 */
export async function claimDeliveries(
  tx: Tx,
  { workspace }: Ctx,
  most: number,
  answering: "answering" | "all" = "all",
): Promise<ClaimedDelivery[]> {
  const waiting = await loadWaiting(tx, workspace.id);
  const endpoints = waiting.filter(({ isSilent }) => answering === "all" || !isSilent);
  const claimed: ClaimedDelivery[] = [];
  for (const endpoint of endpoints) {
    const part = Math.min(Math.ceil(most / endpoints.length), most - claimed.length);
    if (part === 0) break;
    claimed.push(...(await claimFrom(tx, workspace.id, endpoint, part)));
  }
  return claimed;
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
