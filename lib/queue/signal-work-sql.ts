import type { Send, Statement } from "@/lib/db/with-workspace-sql";
import { WORK_CHANNEL, type WorkKind } from "./signal-work";

const SIGNAL_SQL: Statement = {
  name: "signal-work",
  text: `
    WITH signal AS (
      INSERT INTO workspace_signal (workspace_id, kind, due_at) VALUES ($1::uuid, $2, $3)
      ON CONFLICT (workspace_id, kind)
      DO UPDATE SET due_at = LEAST(workspace_signal.due_at, excluded.due_at) RETURNING kind)
    SELECT pg_notify($4, kind) FROM signal`,
};

/** `signalWork` for the transactions that do without Prisma. */
export function signalWorkSql(send: Send, workspaceId: string, kind: WorkKind, dueAt: Date): void {
  send(SIGNAL_SQL, [workspaceId, kind, dueAt, WORK_CHANNEL]);
}
