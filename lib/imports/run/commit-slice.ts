import { holdMerges } from "@/lib/accounts/merge/merge-lock";
import { withWorkspaceRaw } from "@/lib/db/raw-tx";
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
  return withWorkspaceRaw(
    ctx,
    async (tx) => {
      await holdMerges(tx, workspaceId);
      const moved = await tx.$queryRaw<unknown[]>`
        UPDATE import_batch SET cursor_row = ${cursor.to}
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${batch.id}::uuid AND state = 'running'
          AND cursor_row = ${cursor.from}
        RETURNING id`;
      if (moved.length === 0) return false;
      const applied = await applySlice(tx, call, null);
      await storeRejections(tx, workspaceId, batch.id, applied.rejected);
      const place = { workspaceId, batchId: batch.id, slice: cursor.to };
      await storeRecords(tx, place, applied.records);
      await markFactsChanged(tx, workspaceId, applied.touchedAccountIds, ctx.now);
      await tx.$executeRaw`
        UPDATE import_batch SET rows_new = rows_new + ${applied.created},
          rows_changed = rows_changed + ${applied.changed},
          rows_unchanged = rows_unchanged + ${applied.unchanged},
          rows_rejected = rows_rejected + ${applied.rejected.length},
          notes = ${JSON.stringify(notes)}::jsonb
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${batch.id}::uuid`;
      return true;
    },
    { timeoutMs: SLICE_TIMEOUT_MS },
  );
}
