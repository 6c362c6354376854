import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";

/** @throws AppError NOT_FOUND, for another workspace's too */
export async function loadContract(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ accountId: string }> {
  const row = await tx.contract.findFirst({
    where: { workspaceId, id },
    select: { accountId: true },
  });
  if (!row) throw notFound("contract");
  return row;
}
