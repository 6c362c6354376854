import type { Tx } from "@/lib/db/with-workspace";

/** Whether it is still known what an import wrote. */
export async function hasRecords(tx: Tx, workspaceId: string, batchId: string): Promise<boolean> {
  const query = { where: { workspaceId, batchId }, select: { id: true } } as const;
  const created = await tx.importCreated.findFirst(query);
  return created !== null || (await tx.importChange.findFirst(query)) !== null;
}
