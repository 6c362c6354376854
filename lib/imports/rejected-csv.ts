import { csvPieces } from "@/lib/format/csv-pieces";
import { inertCell } from "@/lib/format/inert-cell";
import { placeColumn, reasonColumns, withoutReasons } from "./file/reason-columns";

export type RejectedLine = { rowNumber: number; message: string; cells: string[] };

/**
 * The file's own columns first, so that it can be mended and imported as it is, also a second time. Cells that the
 * header has no column for come last: without them a row cut in the wrong place would come in as it is.
 */
export async function* rejectedCsv(
  headers: readonly string[],
  lines: AsyncIterable<RejectedLine>,
  locale: string,
): AsyncGenerator<string> {
  const names = withoutReasons(headers);
  const own = headers.flatMap((header, i) => (names.includes(header) ? [i] : []));
  const place = placeColumn(headers);
  function cellsOf({ cells, rowNumber, message }: RejectedLine): string[] {
    const before = place < 0 ? "" : (cells[place] ?? "").trim();
    const row = /^\d+$/.test(before) ? before : String(rowNumber);
    const surplus = cells.slice(headers.length);
    return [
      ...own.map((i) => inertCell(cells[i] ?? "")),
      row,
      inertCell(message),
      ...surplus.map(inertCell),
    ];
  }
  async function* parts() {
    for await (const line of lines) yield [cellsOf(line)];
  }
  const header = [...own.map((i) => headers[i] ?? ""), ...reasonColumns(locale)];
  yield* csvPieces(header.map(inertCell), parts());
}
