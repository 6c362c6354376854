import type { CsvRow } from "../file/csv-rows";
import type { ImportKind, ParsedRow, RejectedRow } from "../kinds/import-kind";
import { addNote, type ImportNotes } from "../kinds/notes";
import { readRow } from "../kinds/read-row";
import type { RowForm } from "../kinds/row";
import { ahead } from "./ahead";
import { type IdColumns, idOf, type RunPlan } from "./plan-run";
import { slices } from "./slices";

export type SliceReader = {
  kind: ImportKind;
  form: RowForm;
  columnCount: number;
  columns: IdColumns;
  plan: RunPlan;
};

export type ReadSlice = {
  /** Rows of the file it is made of. */
  rowCount: number;
  parsed: ParsedRow<unknown>[];
  rejected: RejectedRow[];
  notes: ImportNotes;
};

/** A slice as values and refusals. Of rows with one id only the file's last one is taken. */
export function readSlice(reader: SliceReader, rows: readonly CsvRow[]): ReadSlice {
  const parsed: ParsedRow<unknown>[] = [];
  const rejected: RejectedRow[] = [];
  const notes: ImportNotes = {};
  for (const row of rows) {
    const id = idOf(row, reader.columns);
    const last = reader.plan.lastRowOf.get(id);
    if (last !== undefined && last !== row.rowNumber) {
      addNote(notes, "replaced", row.rowNumber);
      continue;
    }
    if (reader.plan.levels?.circular.has(id)) {
      const message =
        "Parent account id leads back to this account. Correct the parents in the file.";
      rejected.push({ ...row, field: "Parent account id", message });
      continue;
    }
    const before = reader.plan.sameBefore.get(row.rowNumber);
    const read = readRow(reader.kind, reader.form, reader.columnCount, row, before);
    if (read.ok === null) addNote(notes, read.note, row.rowNumber);
    else if (read.ok) parsed.push(read.row);
    else rejected.push(read.row);
  }
  return { rowCount: rows.length, parsed, rejected, notes };
}

/**
 * The slices from the `skip`-th row on as values and refusals. The next one is read while the last one is with
 * the database.
 */
export function readSlices(
  { reader, open }: { reader: SliceReader; open: () => AsyncIterable<CsvRow[]> },
  skip: number,
): AsyncGenerator<ReadSlice> {
  async function* read() {
    for await (const rows of slices(open, reader.columns, reader.plan, skip))
      yield readSlice(reader, rows);
  }
  return ahead(read());
}
