import type { Tx } from "@/lib/db/with-workspace";

export async function hasSegments(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx.segment.findFirst({
    where: { workspaceId, archivedAt: null },
    select: { id: true },
  });
  return row !== null;
}
