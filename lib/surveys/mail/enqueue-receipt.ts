import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Run, Send, Statement } from "@/lib/db/with-workspace-sql";
import { signalWorkSql } from "@/lib/queue/signal-work-sql";

/** Whoever changes an answer at once is told once, of the last one. */
const WAIT_MS = 5 * 60_000;

const RECEIPT_SQL: Statement = {
  name: "enqueue-receipt",
  text: `
    INSERT INTO mail_outbox (workspace_id, id, kind, invitation_id, payload, state, created_at, due_at)
    SELECT $1::uuid, t.id, 'receipt', $3::uuid, '{}'::jsonb, 'pending', $4, $5
    FROM unnest(ARRAY[$2::uuid]) AS t(id)
    WHERE NOT EXISTS (SELECT 1 FROM mail_outbox o
      WHERE o.workspace_id = $1::uuid AND o.invitation_id = $3::uuid AND o.kind = 'receipt'
        AND o.state = 'pending')
    ON CONFLICT DO NOTHING RETURNING id`,
};

/** For a workspace whose settings send receipts, in the transaction of a confirmed answer. */
export async function enqueueReceipt(
  run: Run,
  send: Send,
  ctx: Ctx,
  invitationId: string,
): Promise<void> {
  const { workspace, now } = ctx;
  const dueAt = new Date(now.getTime() + WAIT_MS);
  const rows = await run(RECEIPT_SQL, [workspace.id, newId(), invitationId, now, dueAt]);
  if (rows.length > 0) signalWorkSql(send, workspace.id, "mail", dueAt);
}
