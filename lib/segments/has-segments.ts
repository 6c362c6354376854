import type { Tx } from "@/lib/db/with-workspace";

export async function hasSegments(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx.segment.findFirst({
    where: { workspaceId, archivedAt: null },
    select: { id: true },
  });
  return row !== null;
}

/** Whether of one nobody knows yet who is in it: it was made while facts were being built. */
export async function hasUncounted(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx.segment.findFirst({
    where: { workspaceId, archivedAt: null, membersSince: null },
    select: { id: true },
  });
  return row !== null;
}
