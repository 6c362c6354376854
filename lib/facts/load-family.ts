import type { Reader } from "@/lib/db/with-workspace-sql";
import type { AccountRow } from "./account-rows";
import { loadAccounts } from "./load-account-rows";

/**
 * These accounts with every account that may share a dot with one of them: what each was merged into and
 * whose site it is, upwards, and from there all sites and merged accounts downwards.
 */
export async function loadFamily(
  tx: Reader,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<AccountRow[]> {
  const ids = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE up AS (
      SELECT id, parent_id, merged_into_id FROM account
      WHERE workspace_id = ${workspaceId}::uuid AND id = ANY(${accountIds}::uuid[])
      UNION
      SELECT a.id, a.parent_id, a.merged_into_id FROM up
      JOIN account a ON a.workspace_id = ${workspaceId}::uuid
        AND a.id = ANY(ARRAY[up.parent_id, up.merged_into_id])
    ), down AS (
      SELECT id FROM up
      UNION
      -- Each by its own index: one condition with OR would look at every account for each.
      SELECT a.id FROM down CROSS JOIN LATERAL (
        SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid AND parent_id = down.id
        UNION ALL
        SELECT id FROM account WHERE workspace_id = ${workspaceId}::uuid AND merged_into_id = down.id
      ) a
    )
    SELECT id FROM down`;
  return loadAccounts(
    tx,
    workspaceId,
    ids.map(({ id }) => id),
  );
}
