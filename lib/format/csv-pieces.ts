import { stringify } from "csv-stringify";

/** A header and rows as they come, as CSV in pieces that spreadsheets open; cells stand as they are given. */
export async function* csvPieces(
  header: readonly string[],
  parts: AsyncIterable<readonly (readonly string[])[]>,
): AsyncGenerator<string> {
  const text = stringify({ bom: true, record_delimiter: "\r\n" });
  text.write(header);
  for await (const rows of parts) {
    for (const row of rows) text.write(row);
    for (let piece = text.read(); piece !== null; piece = text.read()) yield String(piece);
  }
  text.end();
  for await (const piece of text) yield String(piece);
}
