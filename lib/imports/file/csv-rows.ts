import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { AppError } from "@/lib/errors";
import type { Delimiter } from "./detect-delimiter";
import type { Encoding } from "./sniff-file";

/** `rowNumber` is the one a spreadsheet shows: the header is row 1. */
export type CsvRow = { rowNumber: number; cells: string[] };

const MAX_RECORD = 8_000_000;
const SEPARATOR_LINE = /^sep=.\r?\n/i;

/** Lines end in CR LF or LF, in one file also in both; only where there is no LF at all they end in CR. */
function lineEnds(beginning: string): string[] {
  return /\r(?!\n)/.test(beginning) && !beginning.includes("\n") ? ["\r"] : ["\r\n", "\n"];
}

async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== "windows-1252" });
  let isFirst = true;
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text === "") continue;
    yield isFirst ? text.replace(SEPARATOR_LINE, "") : text;
    isFirst = false;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

async function* withFirst(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

function explain(error: unknown, encoding: Encoding): unknown {
  if (error instanceof TypeError && "code" in error && String(error.code).includes("ENCODING")) {
    return new AppError("INVALID_INPUT", `The file is not stored as ${encoding}.`);
  }
  if (!(error instanceof CsvError)) return error;
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    return new AppError(
      "TOO_LARGE",
      `The row at line ${error.lines} is larger than 8 MB. Probably a closing quote (") is missing.`,
    );
  }
  return new AppError(
    "INVALID_INPUT",
    `A quote (") in the file is never closed: the text ends at line ${error.lines} inside it. Close or remove it.`,
  );
}

/** Every record that has a filled cell, one at a time; the file is never whole in memory. */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  form: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<CsvRow> {
  const text = decodeText(bytes, form.encoding);
  const first = await text.next().catch((error) => {
    throw explain(error, form.encoding);
  });
  const parser = parse({
    delimiter: form.delimiter,
    record_delimiter: lineEnds(first.value ?? ""),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
  });
  const source = Readable.from(withFirst(first, text));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let rowNumber = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      if (cells.some((cell) => cell !== "")) yield { rowNumber, cells };
    }
  } catch (error) {
    throw explain(error, form.encoding);
  } finally {
    source.destroy();
    parser.destroy();
  }
}
