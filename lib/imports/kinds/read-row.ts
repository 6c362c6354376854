import type { CsvRow } from "../file/csv-rows";
import { placeColumn } from "../file/reason-columns";
import type { ImportMapping } from "../mapping/mapping";
import type { ImportKind, ParsedRow, RejectedRow } from "./import-kind";
import type { NoteCode } from "./notes";
import { cleanCell, type Row, type RowForm } from "./row";

export function rowForm(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
  day: { today: string; timeZone: string },
): RowForm {
  const position = (header: string) => headers.indexOf(header);
  const columns = Object.entries(mapping.columns).filter(([, header]) => position(header) >= 0);
  return {
    columns: new Map(columns.map(([field, header]) => [field, position(header)])),
    labels: new Map(kind.fields.map((field) => [field.key, field.label])),
    attributes: mapping.attributes.map((name) => [name, position(name)] as const),
    headings: headers,
    place: placeColumn(headers),
    numberFormat: mapping.numberFormat ?? "point",
    dateFormat: mapping.dateFormat ?? "ymd",
    termEnd: mapping.termEnd ?? "dayAfter",
    currency: mapping.currency,
    ...day,
  };
}

export type ReadRow =
  | { ok: true; row: ParsedRow<unknown> }
  | { ok: false; row: RejectedRow }
  | { ok: null; note: NoteCode; row: RejectedRow };

function isHeading({ headings }: RowForm, cells: readonly string[]): boolean {
  if (headings.length < 2 || cells[0]?.trim() !== headings[0]) return false;
  return headings.every((name, i) => cleanCell(cells[i] ?? "") === name);
}

export function openRow(form: RowForm, { rowNumber, cells }: CsvRow, before = 0): Row {
  return { rowNumber, cells, before, form, problems: [], notes: [], passedOver: null };
}

/** A row as the kind's values, why it is none of them, or everything that is wrong with it in one message. */
export function readRow(
  kind: ImportKind,
  form: RowForm,
  columnCount: number,
  given: CsvRow,
  before = 0,
): ReadRow {
  const row = openRow(form, given, before);
  const { rowNumber, cells } = given;
  if (cells.length > columnCount && cells.slice(columnCount).some((cell) => cell.trim() !== "")) {
    const message = `The row has ${cells.length} cells, the header ${columnCount}. Put texts that hold the delimiter in quotes.`;
    return { ok: false, row: { rowNumber, cells, field: "", message } };
  }
  if (isHeading(form, cells)) {
    const message = "The row repeats the names of the columns; leave it out.";
    return { ok: false, row: { rowNumber, cells, field: "", message } };
  }
  const value = kind.parse(row);
  if (row.passedOver !== null) {
    const { note, field, message } = row.passedOver;
    return { ok: null, note, row: { rowNumber, cells, field, message: `${field} ${message}` } };
  }
  const [first] = row.problems;
  if (!first) return { ok: true, row: { rowNumber, cells, value, notes: row.notes } };
  const message = row.problems.map((p) => `${p.field} ${p.message}`).join(" ");
  return { ok: false, row: { rowNumber, cells, field: first.field, message } };
}
