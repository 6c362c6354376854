import type { Tx } from "@/lib/db/with-workspace";

/**
 * Locks the person, then the person's account and its parents in the order of their ids, before
 * anybody looks how often they were asked: two workers could else both find that it was not too often.
 */
export async function lockAsked(tx: Tx, workspaceId: string, invitationId: string): Promise<void> {
  const [asked] = await tx.$queryRaw<{ accountId: string }[]>`
    SELECT i.account_id AS "accountId" FROM contact c
    JOIN invitation i ON i.workspace_id = c.workspace_id AND i.contact_id = c.id
    WHERE c.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
      AND i.id = ${invitationId}::uuid
    FOR UPDATE OF c`;
  if (!asked?.accountId) return;
  await tx.$queryRaw`
    SELECT id FROM account
    WHERE workspace_id = ${workspaceId}::uuid AND id IN (
      SELECT ${asked.accountId}::uuid UNION ALL
      SELECT parent_id FROM account
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${asked.accountId}::uuid)
    ORDER BY id FOR NO KEY UPDATE`;
}
