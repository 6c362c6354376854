import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";

const STALE_AFTER_MS = 24 * 3_600_000;

export async function removeFile(tx: Tx, workspaceId: string, batchId: string): Promise<void> {
  await tx.importChunk.deleteMany({ where: { workspaceId, batchId } });
}

/** Uploads whose server died while they arrived leave pieces nobody will ever read. */
export async function removeStaleUploads(tx: Tx, ctx: Ctx): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const stale = await tx.importBatch.findMany({
    where: {
      workspaceId,
      state: "uploading",
      createdAt: { lt: new Date(ctx.now.getTime() - STALE_AFTER_MS) },
    },
    select: { id: true },
  });
  if (stale.length === 0) return;
  const ids = stale.map((row) => row.id);
  await tx.importChunk.deleteMany({ where: { workspaceId, batchId: { in: ids } } });
  await tx.importBatch.updateMany({
    where: { workspaceId, id: { in: ids } },
    data: {
      state: "failed",
      message: "The upload broke off. Upload the file again.",
      finishedAt: ctx.now,
    },
  });
}
