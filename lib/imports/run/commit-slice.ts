import { withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { storeRecords } from "../rows/records";
import { applySlice, SLICE_TIMEOUT_MS, type SliceCall } from "./apply-slice";
import { storeRejections } from "./store-rejections";

/**
 * Rows, refusals, counts, cursor and what undoing needs in one transaction: after a crash the import
 * goes on exactly where it stopped. False when another runner has moved the cursor; then nothing was
 * written.
 */
export async function commitSlice(
  call: SliceCall,
  cursor: { from: number; to: number },
): Promise<boolean> {
  const { ctx, batch, notes } = call;
  const workspaceId = ctx.workspace.id;
  return withWorkspace(
    ctx,
    async (tx) => {
      const moved = await tx.importBatch.updateMany({
        where: { workspaceId, id: batch.id, state: "running", cursorRow: cursor.from },
        data: { cursorRow: cursor.to },
      });
      if (moved.count === 0) return false;
      const applied = await applySlice(tx, call, null);
      await storeRejections(tx, workspaceId, batch.id, applied.rejected);
      const place = { workspaceId, batchId: batch.id, slice: cursor.to };
      await storeRecords(tx, place, applied.records);
      await markFactsChanged(tx, workspaceId, applied.touchedAccountIds, ctx.now);
      await tx.importBatch.update({
        where: { workspaceId_id: { workspaceId, id: batch.id } },
        data: {
          rowsNew: { increment: applied.created },
          rowsChanged: { increment: applied.changed },
          rowsUnchanged: { increment: applied.unchanged },
          rowsRejected: { increment: applied.rejected.length },
          notes,
        },
        select: { id: true },
      });
      return true;
    },
    { timeoutMs: SLICE_TIMEOUT_MS },
  );
}
