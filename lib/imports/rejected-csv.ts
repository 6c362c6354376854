import { stringify } from "csv-stringify";
import { inertCell } from "@/lib/format/inert-cell";
import { saySentence } from "@/lib/i18n/say-sentence";

export type RejectedLine = { rowNumber: number; message: string; cells: string[] };

const REASON_COLUMNS = ["Row in the file", "What is wrong"] as const;

/** The file's own columns first, so that it can be mended and imported as it is. */
export async function* rejectedCsv(
  headers: readonly string[],
  lines: AsyncIterable<RejectedLine>,
  locale: string,
): AsyncGenerator<string> {
  const text = stringify({ bom: true, record_delimiter: "\r\n" });
  const reasons = REASON_COLUMNS.map((name) => saySentence(locale, name));
  text.write([...headers, ...reasons].map(inertCell));
  for await (const line of lines) {
    const cells = headers.map((_, i) => inertCell(line.cells[i] ?? ""));
    text.write([...cells, String(line.rowNumber), inertCell(line.message)]);
    for (let piece = text.read(); piece !== null; piece = text.read()) yield String(piece);
  }
  text.end();
  for await (const piece of text) yield String(piece);
}
