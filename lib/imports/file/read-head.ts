import { AppError } from "@/lib/errors";
import { checkHeaders } from "./check-headers";
import { csvRows } from "./csv-rows";
import type { Delimiter } from "./detect-delimiter";
import type { Encoding } from "./sniff-file";

export type Head = {
  headers: string[];
  /** First rows as they stand, at most `limit`. */
  rows: { rowNumber: number; cells: string[] }[];
};

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Cuts the first piece of a longer file behind its last line end, so that no row is half. */
function wholeLines(first: Uint8Array, form: { encoding: Encoding; isWhole: boolean }): Uint8Array {
  if (form.isWhole) return first;
  const width = form.encoding === "utf-16le" ? 2 : 1;
  let end = first.lastIndexOf(0x0a);
  while (end > 0 && end % width !== 0) end = first.lastIndexOf(0x0a, end - 1);
  return end < 0 ? first : first.subarray(0, end + width);
}

/** A report's title above the header would make every row one with too many cells. */
function refuseTitleLine(headers: readonly string[], [first]: Head["rows"]): void {
  const filled = first?.cells.filter((cell) => cell.trim() !== "").length ?? 0;
  if (headers.length > 1 || filled < 2) return;
  throw new AppError(
    "INVALID_INPUT",
    `The first row holds one name, the row below it ${filled} cells. Remove the lines above the names of the columns.`,
  );
}

/**
 * Header and first rows from a file's first piece.
 * @throws AppError INVALID_INPUT saying what is wrong with the file
 */
export async function readHead(
  first: Uint8Array,
  form: { encoding: Encoding; delimiter: Delimiter; isWhole: boolean },
  limit: number,
): Promise<Head> {
  let headers: string[] | undefined;
  const rows: Head["rows"] = [];
  try {
    for await (const row of csvRows(once(wholeLines(first, form)), form)) {
      if (headers) rows.push(row);
      else headers = checkHeaders(row.cells);
      if (rows.length >= limit) break;
    }
  } catch (error) {
    // A quote open at the cut may close in the next piece; the whole file is read before anything is written.
    if (form.isWhole || !headers) throw error;
  }
  if (!headers) throw new AppError("INVALID_INPUT", "The file is empty.");
  // Of a longer file the first row alone may be larger than the first piece.
  if (rows.length === 0 && form.isWhole) {
    throw new AppError("INVALID_INPUT", "The file has a header but no rows below it.");
  }
  refuseTitleLine(headers, rows);
  return { headers, rows };
}
