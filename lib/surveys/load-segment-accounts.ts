import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";

/** Ids of a segment's accounts; null where no segment narrows the selection. */
export async function loadSegmentAccounts(
  tx: Tx,
  ctx: Ctx,
  segmentId: string | undefined,
): Promise<string[] | null> {
  if (segmentId === undefined) return null;
  const segment = await tx.segment.findFirst({
    where: { workspaceId: ctx.workspace.id, id: segmentId, archivedAt: null },
    select: { rules: true },
  });
  if (!segment) throw notFound("segment");
  throw new Error("segments are not there yet");
}
