import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import type { Batch } from "../batch";
import type { ParsedRow, RejectedRow } from "../kinds/import-kind";
import { addNote, type ImportNotes } from "../kinds/notes";
import type { ImportMapping } from "../mapping/mapping";
import type { ReadSlice, SliceReader } from "./read-slice";

const SLICE_TIMEOUT_MS = 120_000;
const RAW_CELL = 32_768;

/** Postgres keeps no NUL in texts; a giant cell is shown by its beginning. */
function keepable(cell: string): string {
  return cell.slice(0, RAW_CELL).replaceAll("\0", "\ufffd");
}

async function storeRejections(
  tx: Tx,
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

function noteRowsThatCameIn(
  parsed: readonly ParsedRow<unknown>[],
  rejected: readonly RejectedRow[],
  notes: ImportNotes,
): void {
  const out = new Set(rejected.map((row) => row.rowNumber));
  for (const row of parsed) {
    if (out.has(row.rowNumber)) continue;
    for (const code of row.notes) addNote(notes, code, row.rowNumber);
  }
}

type SliceCall = {
  ctx: Ctx;
  batch: Batch;
  mapping: ImportMapping;
  reader: SliceReader;
  slice: ReadSlice;
  notes: ImportNotes;
  cursor: { from: number; to: number };
};

/**
 * Rows, refusals, counts and cursor in one transaction: after a crash the import goes on exactly
 * where it stopped. False when another runner has moved the cursor; then nothing was written.
 */
export async function commitSlice(call: SliceCall): Promise<boolean> {
  const { ctx, batch, mapping, reader, slice, notes, cursor } = call;
  const workspaceId = ctx.workspace.id;
  return withWorkspace(
    ctx,
    async (tx) => {
      const moved = await tx.importBatch.updateMany({
        where: { workspaceId, id: batch.id, state: "running", cursorRow: cursor.from },
        data: { cursorRow: cursor.to },
      });
      if (moved.count === 0) return false;
      const outcome = await reader.kind.apply({
        tx,
        ctx,
        batchId: batch.id,
        source: batch.source,
        currency: mapping.currency,
        createsAccounts: mapping.createsAccounts,
        has: (field) => reader.form.columns.has(field),
        notes,
        rows: slice.parsed,
      });
      const rejected = [...slice.rejected, ...outcome.rejected];
      noteRowsThatCameIn(slice.parsed, outcome.rejected, notes);
      const applied = slice.parsed.length - outcome.rejected.length;
      await storeRejections(tx, workspaceId, batch.id, rejected);
      await markFactsChanged(tx, workspaceId, outcome.touchedAccountIds, ctx.now);
      await tx.importBatch.update({
        where: { workspaceId_id: { workspaceId, id: batch.id } },
        data: {
          rowsNew: { increment: outcome.created },
          rowsChanged: { increment: outcome.changed },
          rowsUnchanged: { increment: applied - outcome.created - outcome.changed },
          rowsRejected: { increment: rejected.length },
          notes,
        },
        select: { id: true },
      });
      return true;
    },
    { timeoutMs: SLICE_TIMEOUT_MS },
  );
}
