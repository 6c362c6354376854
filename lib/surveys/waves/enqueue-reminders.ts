import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { signalWork } from "@/lib/queue/signal-work";

const AT_ONCE = 1_000;

/**
 * The one reminder of each person who was asked so many days ago and has not answered. Written once:
 * the invitation remembers it. Whoever answers before it leaves gets none.
 */
export async function enqueueReminders(tx: Tx, { workspace, now }: Ctx): Promise<number> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    UPDATE invitation i SET reminded_at = ${now}
    WHERE i.workspace_id = ${workspace.id}::uuid AND i.id IN (
      SELECT r.id FROM invitation r
      JOIN wave w ON w.workspace_id = r.workspace_id AND w.id = r.wave_id
      WHERE r.workspace_id = ${workspace.id}::uuid AND w.workspace_id = ${workspace.id}::uuid
        AND w.state IN ('sending', 'sent') AND r.reminded_at IS NULL
        AND r.delivered_at + make_interval(days => w.reminder_after_days) <= ${now}
        AND NOT EXISTS (SELECT 1 FROM response_event e
          WHERE e.workspace_id = ${workspace.id}::uuid AND e.invitation_id = r.id
            AND e.class = 'confirmed')
      LIMIT ${AT_ONCE} FOR UPDATE OF r SKIP LOCKED)
    RETURNING i.id`;
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
    SELECT min(r.delivered_at + make_interval(days => w.reminder_after_days)) AS at
    FROM invitation r
    JOIN wave w ON w.workspace_id = r.workspace_id AND w.id = r.wave_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND w.workspace_id = ${workspaceId}::uuid
      AND w.state IN ('sending', 'sent') AND w.reminder_after_days IS NOT NULL
      AND r.reminded_at IS NULL AND r.delivered_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM response_event e
        WHERE e.workspace_id = ${workspaceId}::uuid AND e.invitation_id = r.id
          AND e.class = 'confirmed')`;
  return row?.at ?? null;
}
