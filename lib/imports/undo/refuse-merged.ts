import type { Tx } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";

/**
 * An account that the import made or changed and that is one with another now cannot be taken back alone:
 * what belongs to both hangs on it.
 * @throws AppError CONFLICT naming the latest such merge, before anything is undone
 */
export async function refuseMerged(tx: Tx, workspaceId: string, batchId: string): Promise<void> {
  const [merge] = await tx.$queryRaw<{ kept: string; merged: string }[]>`
    SELECT kept.name AS kept, merged.name AS merged
    FROM account_merge m
    JOIN account kept ON kept.workspace_id = m.workspace_id AND kept.id = m.kept_id
    JOIN account merged ON merged.workspace_id = m.workspace_id AND merged.id = m.merged_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.undone_at IS NULL AND (
      EXISTS (SELECT 1 FROM import_created c
        WHERE c.workspace_id = m.workspace_id AND c.batch_id = ${batchId}::uuid
          AND c.entity = 'account' AND c.subject_ids && ARRAY[m.kept_id, m.merged_id])
      OR EXISTS (SELECT 1 FROM import_change c
        WHERE c.workspace_id = m.workspace_id AND c.batch_id = ${batchId}::uuid
          AND c.entity = 'account' AND c.subject_id = m.merged_id))
    ORDER BY m.merged_at DESC, m.id DESC LIMIT 1`;
  if (!merge) return;
  const { kept, merged } = merge;
  throw new AppError(
    "CONFLICT",
    `${merged} was merged into ${kept}. Undo that merge first, on the page of ${kept}.`,
  );
}
