import { csvPieces } from "@/lib/format/csv-pieces";
import { inertCell } from "@/lib/format/inert-cell";
import type { RecordField, RecordKind, RecordRow, RecordValue } from "./records/record-kind";

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Amounts stay as they are, minus sign and all; every other text cannot become a formula. */
export function csvCell({ type }: RecordField, value: RecordValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (type === "attributes") return inertCell(JSON.stringify(value));
  const text = String(value);
  const isNumber = (type === "money" || type === "number") && NUMBER.test(text);
  return isNumber ? text : inertCell(text);
}

/** A kind's rows as CSV in pieces, its field names as header: an import knows them again. */
export async function* recordsCsv(
  kind: RecordKind,
  pages: AsyncIterable<readonly RecordRow[]>,
): AsyncGenerator<string> {
  const cellsOf = (row: RecordRow) => [
    row.id,
    ...kind.fields.map((field) => csvCell(field, row[field.key])),
  ];
  async function* parts() {
    for await (const rows of pages) yield rows.map(cellsOf);
  }
  yield* csvPieces(["id", ...kind.fields.map(({ key }) => key)], parts());
}
