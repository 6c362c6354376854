import type { RawTx } from "@/lib/db/raw-tx";
import { takeTurns } from "@/lib/db/take-turns";

/**
 * The first free ordinal; whoever makes several accounts counts on from it. New accounts of a
 * workspace wait for each other until the transaction ends, so that ordinals stay dense and never
 * collide.
 */
export async function nextOrdinal(tx: RawTx, workspaceId: string): Promise<number> {
  await takeTurns(tx, `ordinal:${workspaceId}`);
  const [row] = await tx.$queryRaw<{ next: number }[]>`
    SELECT coalesce(max(ordinal) + 1, 0)::int AS next FROM account
    WHERE workspace_id = ${workspaceId}::uuid`;
  return row?.next ?? 0;
}
