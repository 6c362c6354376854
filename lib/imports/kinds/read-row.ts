import type { CsvRow } from "../file/csv-rows";
import { placeColumn } from "../file/reason-columns";
import type { ImportMapping } from "../mapping/mapping";
import type { ImportKind, ParsedRow, RejectedRow } from "./import-kind";
import type { NoteCode } from "./notes";
import type { Row, RowForm } from "./row";

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

/** A row as the kind's values, why it is none of them, or everything that is wrong with it in one message. */
export function readRow(
  kind: ImportKind,
  form: RowForm,
  columnCount: number,
  { rowNumber, cells }: CsvRow,
): ReadRow {
  const row: Row = { rowNumber, cells, form, problems: [], notes: [], passedOver: null };
  if (cells.length > columnCount && cells.slice(columnCount).some((cell) => cell.trim() !== "")) {
    const message = `The row has ${cells.length} cells, the header ${columnCount}. Put texts that hold the delimiter in quotes.`;
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
