import { newId } from "@/lib/db/new-id";
import type { RawTx } from "@/lib/db/raw-tx";
import type { RejectedRow } from "../kinds/import-kind";

const RAW_CELL = 32_768;

/** Postgres keeps no NUL in texts; a giant cell is shown by its beginning. */
function keepable(cell: string): string {
  return cell.slice(0, RAW_CELL).replaceAll("\0", "\ufffd");
}

export async function storeRejections(
  tx: RawTx,
  workspaceId: string,
  batchId: string,
  rows: readonly RejectedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO import_rejection (workspace_id, id, batch_id, row_number, field, message, raw)
    SELECT ${workspaceId}::uuid, t.id, ${batchId}::uuid, t.row_number, nullif(t.field, ''),
      t.message, t.raw
    FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map((r) => r.rowNumber)}::int[],
      ${rows.map((r) => r.field)}::text[], ${rows.map((r) => r.message)}::text[],
      ${rows.map((r) => JSON.stringify(r.cells.map(keepable)))}::jsonb[])
      AS t(id, row_number, field, message, raw)
    ON CONFLICT DO NOTHING RETURNING id`;
}
