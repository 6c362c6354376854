import { stringify } from "csv-stringify";
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
  const text = stringify({ bom: true, record_delimiter: "\r\n" });
  text.write(["id", ...kind.fields.map(({ key }) => key)]);
  for await (const rows of pages) {
    for (const row of rows) {
      text.write([row.id, ...kind.fields.map((field) => csvCell(field, row[field.key]))]);
    }
    for (let piece = text.read(); piece !== null; piece = text.read()) yield String(piece);
  }
  text.end();
  for await (const piece of text) yield String(piece);
}
