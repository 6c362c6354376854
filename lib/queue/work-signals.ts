import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/with-workspace";
import type { WorkKind } from "./signal-work";

/** A workspace's work of one kind, taken until `until` (text, so that no digit of it is lost). */
export type TakenWork = { workspaceId: string; kind: WorkKind; until: string };

/**
 * Takes the work that is due longest by moving its due time to the end of a lease. A signal that
 * arrives meanwhile moves it back to now, so it is seen again; a worker that dies lets the lease end.
 */
export async function takeWork(kind: WorkKind, leaseSeconds: number): Promise<TakenWork | null> {
  const rows = await db().$queryRaw<TakenWork[]>`
    UPDATE workspace_signal
    SET due_at = date_trunc('milliseconds', now())
      + make_interval(secs => ${leaseSeconds})
    WHERE (workspace_id, kind) = (
      SELECT workspace_id, kind FROM workspace_signal
      WHERE kind = ${kind} AND due_at <= now()
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING workspace_id AS "workspaceId", kind, due_at::text AS until`;
  return rows[0] ?? null;
}

/** @returns The longer lease, or null when a new signal came in: then the work is due again. */
export async function keepWork(taken: TakenWork, leaseSeconds: number): Promise<TakenWork | null> {
  const rows = await db().$queryRaw<TakenWork[]>`
    UPDATE workspace_signal
    SET due_at = date_trunc('milliseconds', now())
      + make_interval(secs => ${leaseSeconds})
    WHERE workspace_id = ${taken.workspaceId}::uuid AND kind = ${taken.kind}
      AND due_at = ${taken.until}::timestamptz
    RETURNING workspace_id AS "workspaceId", kind, due_at::text AS until`;
  return rows[0] ?? null;
}

/**
 * Puts the work back for when it is next due, at the end of the line, or removes the signal where none is left. The row is
 * locked before `nextAt` looks, so that work committed before is seen and later work signals anew.
 */
export async function settleWork(
  tx: Tx,
  taken: TakenWork,
  nextAt: () => Promise<Date | null>,
): Promise<void> {
  const { workspaceId, kind, until } = taken;
  const mine = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS mine FROM workspace_signal
    WHERE workspace_id = ${workspaceId}::uuid AND kind = ${kind}
      AND due_at = ${until}::timestamptz
    FOR UPDATE`;
  if (mine.length === 0) return;
  const next = await nextAt();
  if (next === null) {
    await tx.$executeRaw`
      DELETE FROM workspace_signal WHERE workspace_id = ${workspaceId}::uuid AND kind = ${kind}`;
  } else {
    await tx.$executeRaw`
      UPDATE workspace_signal SET due_at = GREATEST(${next}, now())
      WHERE workspace_id = ${workspaceId}::uuid AND kind = ${kind}`;
  }
}
