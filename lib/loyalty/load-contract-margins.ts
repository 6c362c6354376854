import type { Tx } from "@/lib/db/with-workspace";

/** Margin of each contract as a share of its value, its own or that of what it sells; unknown ones are left out. */
export async function loadContractMargins(
  tx: Tx,
  workspaceId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; ratio: number }[]>`
    SELECT c.id, coalesce(c.margin_ratio, t.margin_ratio) AS ratio
    FROM contract c
    LEFT JOIN product_type t ON t.workspace_id = c.workspace_id AND t.id = c.product_type_id
    WHERE c.workspace_id = ${workspaceId}::uuid
      AND coalesce(c.margin_ratio, t.margin_ratio) IS NOT NULL`;
  return new Map(rows.map(({ id, ratio }) => [id, ratio]));
}
