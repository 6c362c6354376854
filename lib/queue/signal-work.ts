import type { RawTx } from "@/lib/db/raw-tx";

/** Kinds of background work; the worker has one handler for each. */
export const WORK_KINDS = [
  "mail",
  "facts",
  "import",
  "wave",
  "erasure",
  "retention",
  "program",
  "scanners",
  "inbox",
  "webhook",
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WORK_CHANNEL = "holdfast_work";

/**
 * Says, in the caller's transaction, that a workspace has work of a kind from `dueAt` on.
 * The row is what counts: the worker's sweep reads it; the notification only wakes it sooner.
 */
export async function signalWork(
  tx: RawTx,
  workspaceId: string,
  kind: WorkKind,
  dueAt: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO workspace_signal (workspace_id, kind, due_at)
    VALUES (${workspaceId}::uuid, ${kind}, ${dueAt})
    ON CONFLICT (workspace_id, kind)
    DO UPDATE SET due_at = LEAST(workspace_signal.due_at, excluded.due_at)`;
  await tx.$executeRaw`SELECT pg_notify(${WORK_CHANNEL}, ${kind})`;
}
