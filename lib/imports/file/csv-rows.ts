import { AppError } from "@/lib/errors";
import { CsvFault, type CsvForm, type CsvParser, csvParser } from "./csv-parser";
import type { Delimiter } from "./detect-delimiter";
import type { Encoding } from "./sniff-file";

/** `rowNumber` is the one a spreadsheet shows: the header is row 1. */
export type CsvRow = { rowNumber: number; cells: string[] };

/** Letters read at once: some hundred rows. */
const PIECE = 65_536;
const SEPARATOR_LINE = /^sep=.\r?\n/i;

/** Lines end in CR LF or LF, in one file also in both; only where there is no LF at all they end in CR. */
function lineEndOf(beginning: string): CsvForm["lineEnd"] {
  return /\r(?!\n)/.test(beginning) && !beginning.includes("\n") ? "\r" : "\n";
}

async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== "windows-1252" });
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

function explain(error: unknown, encoding: Encoding): unknown {
  if (error instanceof TypeError && "code" in error && String(error.code).includes("ENCODING")) {
    return new AppError("INVALID_INPUT", `The file is not stored as ${encoding}.`);
  }
  if (!(error instanceof CsvFault)) return error;
  if (error.problem === "tooLong") {
    return new AppError(
      "TOO_LARGE",
      `The row at line ${error.line} is larger than 8 MB. Probably a closing quote (") is missing.`,
    );
  }
  return new AppError(
    "INVALID_INPUT",
    `A quote (") in the file is never closed: the text ends at line ${error.line} inside it. Close or remove it.`,
  );
}

/** The same text, its first piece large enough to tell how lines end, in whatever pieces the bytes arrive. */
async function* withBeginning(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let beginning = "";
  let isBegun = false;
  for await (const text of texts) {
    if (isBegun) {
      yield text;
      continue;
    }
    beginning += text;
    isBegun = beginning.length >= PIECE;
    if (isBegun) yield beginning;
  }
  if (!isBegun && beginning !== "") yield beginning;
}

/**
 * Every record that has a filled cell, some hundred at a time; the file is never whole in memory, and
 * nobody waits for each row.
 */
export async function* csvBatches(
  bytes: AsyncIterable<Uint8Array>,
  form: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<CsvRow[]> {
  let parser: CsvParser | undefined;
  let rowNumber = 0;
  const filled = (records: readonly string[][]): CsvRow[] => {
    const rows: CsvRow[] = [];
    for (const cells of records) {
      rowNumber += 1;
      if (cells.some((cell) => cell !== "" && cell.trim() !== "")) rows.push({ rowNumber, cells });
    }
    return rows;
  };
  try {
    for await (const text of withBeginning(decodeText(bytes, form.encoding))) {
      let at = 0;
      if (!parser) {
        parser = csvParser({ delimiter: form.delimiter, lineEnd: lineEndOf(text) });
        at = SEPARATOR_LINE.exec(text)?.[0].length ?? 0;
      }
      for (; at < text.length; at += PIECE) {
        const rows = filled(parser.feed(text.slice(at, at + PIECE)));
        if (rows.length > 0) yield rows;
      }
    }
    const rows = filled(parser?.finish() ?? []);
    if (rows.length > 0) yield rows;
  } catch (error) {
    throw explain(error, form.encoding);
  }
}

/** The same one by one. */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  form: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<CsvRow> {
  for await (const rows of csvBatches(bytes, form)) yield* rows;
}
