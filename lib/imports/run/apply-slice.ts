import type { Ctx } from "@/lib/auth/ctx";
import type { RawTx } from "@/lib/db/raw-tx";
import type { Batch } from "../batch";
import type { Outcome, RejectedRow } from "../kinds/import-kind";
import { addNote, type ImportNotes } from "../kinds/notes";
import type { ImportMapping } from "../mapping/mapping";
import { noRecords, type Records } from "../rows/records";
import type { TrialRows } from "../rows/trial-rows";
import type { ReadSlice, SliceReader } from "./read-slice";

export const SLICE_TIMEOUT_MS = 120_000;

export type SliceCall = {
  ctx: Ctx;
  batch: Batch;
  mapping: ImportMapping;
  reader: SliceReader;
  slice: ReadSlice;
  notes: ImportNotes;
};

export type Applied = Pick<Outcome, "created" | "changed" | "touchedAccountIds"> & {
  unchanged: number;
  rejected: RejectedRow[];
  records: Records;
};

/** The rows of a slice through their kind, written or only compared. */
export async function applySlice(
  tx: RawTx,
  call: SliceCall,
  trial: TrialRows | null,
): Promise<Applied> {
  const { ctx, batch, mapping, reader, slice, notes } = call;
  const records = noRecords();
  const outcome = await reader.kind.apply({
    tx,
    ctx,
    batchId: batch.id,
    source: batch.source,
    records,
    trial,
    currency: mapping.currency,
    createsAccounts: mapping.createsAccounts,
    invoices: mapping.contractInvoices ?? (trial ? "ask" : "off"),
    has: (field) => reader.form.columns.has(field),
    notes,
    rows: slice.parsed,
  });
  const out = new Set(outcome.rejected.map((row) => row.rowNumber));
  for (const row of slice.parsed) {
    if (out.has(row.rowNumber)) continue;
    for (const code of row.notes) addNote(notes, code, row.rowNumber);
  }
  const { created, changed, touchedAccountIds } = outcome;
  const unchanged = slice.parsed.length - outcome.rejected.length - created - changed;
  const rejected = [...slice.rejected, ...outcome.rejected];
  return { created, changed, unchanged, rejected, touchedAccountIds, records };
}
