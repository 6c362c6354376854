import { newId } from "@/lib/db/new-id";
import type { RawTx } from "@/lib/db/raw-tx";
import { signalWork } from "@/lib/queue/signal-work";

/**
 * Called by every verb that writes an event of an account (order, contract, answer, complaint, ...),
 * in its own transaction: appends only, so writers never wait for each other.
 */
export async function markFactsChanged(
  tx: RawTx,
  workspaceId: string,
  accountIds: readonly string[],
  now: Date,
): Promise<void> {
  if (accountIds.length === 0) return;
  const unique = [...new Set(accountIds)];
  const ids = unique.map(() => newId());
  await tx.$executeRaw`
    INSERT INTO facts_change (workspace_id, id, account_id)
    SELECT ${workspaceId}::uuid, t.id, t.account_id
    FROM unnest(${ids}::uuid[], ${unique}::uuid[]) AS t(id, account_id)
    ON CONFLICT DO NOTHING RETURNING id`;
  await signalWork(tx, workspaceId, "facts", now);
}
