import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { signalWork } from "@/lib/queue/signal-work";
import { isAnsweredSql } from "./answered-sql";

const AT_ONCE = 1_000;

/**
 * The one reminder of each person who was asked so many days ago and has not answered. Written once:
 * the invitation remembers it. Whoever answers before it leaves gets none.
 */
export async function enqueueReminders(tx: Tx, { workspace, now }: Ctx): Promise<number> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    UPDATE invitation r SET reminded_at = ${now}
    WHERE r.workspace_id = ${workspace.id}::uuid AND r.id IN (
      SELECT i.id FROM invitation i
      JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id
      WHERE i.workspace_id = ${workspace.id}::uuid AND w.workspace_id = ${workspace.id}::uuid
        AND w.state IN ('sending', 'sent') AND i.reminded_at IS NULL
        AND i.delivered_at + make_interval(days => w.reminder_after_days) <= ${now}
        AND NOT ${isAnsweredSql(workspace.id)}
      LIMIT ${AT_ONCE} FOR UPDATE OF i SKIP LOCKED)
    RETURNING r.id`;
  if (due.length === 0) return 0;
  await tx.$executeRaw`
    INSERT INTO mail_outbox (workspace_id, id, kind, invitation_id, state, created_at, due_at)
    SELECT ${workspace.id}::uuid, t.id, 'survey_reminder', t.invitation_id, 'pending', ${now}, ${now}
    FROM unnest(${due.map(() => newId())}::uuid[], ${due.map((row) => row.id)}::uuid[])
      AS t(id, invitation_id)
    ON CONFLICT DO NOTHING RETURNING id`;
  await signalWork(tx, workspace.id, "mail", now);
  return due.length;
}

/** When the next reminder is due; null when nobody waits for one. */
export async function nextReminderAt(tx: Tx, workspaceId: string): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min(i.delivered_at + make_interval(days => w.reminder_after_days)) AS at
    FROM invitation i
    JOIN wave w ON w.workspace_id = i.workspace_id AND w.id = i.wave_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND w.workspace_id = ${workspaceId}::uuid
      AND w.state IN ('sending', 'sent') AND w.reminder_after_days IS NOT NULL
      AND i.reminded_at IS NULL AND i.delivered_at IS NOT NULL
      AND NOT ${isAnsweredSql(workspaceId)}`;
  return row?.at ?? null;
}
