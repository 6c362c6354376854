import { CsvError, type Parser, parse } from "csv-parse";
import { AppError } from "@/lib/errors";
import type { Delimiter } from "./detect-delimiter";
import type { Encoding } from "./sniff-file";

/** `rowNumber` is the one a spreadsheet shows: the header is row 1. */
export type CsvRow = { rowNumber: number; cells: string[] };

const MAX_RECORD = 8_000_000;
/** Letters read at once: some hundred rows. */
const PIECE = 65_536;
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
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

function makeParser(
  delimiter: Delimiter,
  beginning: string,
  take: (cells: string[]) => void,
): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: lineEnds(beginning),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD,
  });
  parser.on("data", take);
  // Each piece's own promise tells it; without a listener it would end the process.
  parser.on("error", () => undefined);
  return parser;
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

/** Hands over text and waits until it is read; what it held has been given out by then or comes with the next. */
function feed(parser: Parser, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

function finish(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once("end", resolve);
    parser.once("error", reject);
    parser.end();
  });
}

/**
 * Every record that has a filled cell, some hundred at a time; the file is never whole in memory, and
 * nobody waits for each row.
 */
export async function* csvBatches(
  bytes: AsyncIterable<Uint8Array>,
  form: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<CsvRow[]> {
  let parser: Parser | undefined;
  let rows: CsvRow[] = [];
  let rowNumber = 0;
  try {
    for await (const text of withBeginning(decodeText(bytes, form.encoding))) {
      let at = 0;
      if (!parser) {
        parser = makeParser(form.delimiter, text, (cells) => {
          rowNumber += 1;
          if (cells.some((cell) => cell !== "")) rows.push({ rowNumber, cells });
        });
        at = SEPARATOR_LINE.exec(text)?.[0].length ?? 0;
      }
      for (; at < text.length; at += PIECE) {
        await feed(parser, text.slice(at, at + PIECE));
        if (rows.length > 0) yield rows;
        rows = [];
      }
    }
    if (parser) await finish(parser);
    if (rows.length > 0) yield rows;
  } catch (error) {
    throw explain(error, form.encoding);
  } finally {
    parser?.destroy();
  }
}

/** The same one by one. */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  form: { encoding: Encoding; delimiter: Delimiter },
): AsyncGenerator<CsvRow> {
  for await (const rows of csvBatches(bytes, form)) yield* rows;
}
