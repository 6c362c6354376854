import type { Delimiter } from "./detect-delimiter";

/** Lines that end in LF may have a CR before it. */
export type CsvForm = { delimiter: Delimiter; lineEnd: "\n" | "\r" };

/** `line` is where the record begins that is too long, or where the text ends inside a quote. */
export class CsvFault extends Error {
  constructor(
    readonly problem: "tooLong" | "openQuote",
    readonly line: number,
  ) {
    super(`${problem} at line ${line}`);
  }
}

const QUOTE = '"';
const MAX_RECORD = 8_000_000;

type Cell = { text: string; end: number };
type Record = { cells: string[]; next: number };

/** Whether a record's line ends here; `null` where that is not known before more has come. */
function isLineEnd(text: string, at: number, { lineEnd }: CsvForm, isEnd: boolean): boolean | null {
  if (text[at] === lineEnd) return true;
  if (lineEnd !== "\n" || text[at] !== "\r") return false;
  return at + 1 < text.length || isEnd ? text[at + 1] === "\n" : null;
}

/** From `from` up to the next delimiter or line end. */
function plainCell(text: string, from: number, form: CsvForm, isEnd: boolean): Cell | null {
  const [delimiter, lineEnd] = [form.delimiter.charCodeAt(0), form.lineEnd.charCodeAt(0)];
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === lineEnd) break;
  }
  if (end === text.length && !isEnd) return null;
  const hasReturn = form.lineEnd === "\n" && text[end] === "\n" && text[end - 1] === "\r";
  return { text: text.slice(from, hasReturn && end > from ? end - 1 : end), end };
}

/**
 * A cell that begins with a quote. One that goes on behind its closing quote was none: its quotes are part of
 * the text, as in `"Big" Joe`.
 */
function quotedCell(text: string, from: number, form: CsvForm, isEnd: boolean): Cell | null {
  let value = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, at);
    if (quote < 0 || (quote + 1 === text.length && !isEnd)) return null;
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] === QUOTE) {
      value += QUOTE;
      at += 1;
      continue;
    }
    if (at === text.length || text[at] === form.delimiter) return { text: value, end: at };
    const isOver = isLineEnd(text, at, form, isEnd);
    if (isOver === null) return null;
    if (isOver) return { text: value, end: text[at] === form.lineEnd ? at : at + 1 };
    const rest = plainCell(text, quote, form, isEnd);
    return rest && { text: `${QUOTE}${value}${rest.text}`, end: rest.end };
  }
}

function quotedRecord(text: string, from: number, form: CsvForm, isEnd: boolean): Record | null {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const read = text[at] === QUOTE ? quotedCell : plainCell;
    const cell = read(text, at, form, isEnd);
    if (cell === null) return null;
    cells.push(cell.text);
    if (text[cell.end] !== form.delimiter) return { cells, next: cell.end + 1 };
    at = cell.end + 1;
  }
}

function countLines(text: string, lineEnd: string): number {
  let lines = 0;
  for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, at + 1)) lines += 1;
  return lines;
}

export type CsvParser = {
  /** The records that are whole with this text. */
  feed: (text: string) => string[][];
  /** What is left when no text follows. */
  finish: () => string[][];
};

/**
 * Records of a text in pieces. Lines without a quote, which most are, are cut by the engine's own `split`.
 * A lone quote inside a cell is part of it.
 * @throws CsvFault
 */
export function csvParser(form: CsvForm): CsvParser {
  const { delimiter, lineEnd } = form;
  let held = "";
  let line = 1;

  function simpleRecord(text: string, from: number, end: number): Record {
    const hasReturn =
      lineEnd === "\n" && text[end] === "\n" && end > from && text[end - 1] === "\r";
    const cells = text.slice(from, hasReturn ? end - 1 : end).split(delimiter);
    line += 1;
    return { cells, next: end + 1 };
  }

  function withQuotes(text: string, from: number, isEnd: boolean): Record | null {
    const record = quotedRecord(text, from, form, isEnd);
    if (record === null && isEnd)
      throw new CsvFault("openQuote", line + countLines(text.slice(from), lineEnd));
    if (record) line += countLines(text.slice(from, record.next), lineEnd);
    return record;
  }

  function read(text: string, isEnd: boolean): string[][] {
    const records: string[][] = [];
    let at = 0;
    let quote = text.indexOf(QUOTE);
    while (at < text.length) {
      const found = text.indexOf(lineEnd, at);
      const end = found < 0 ? text.length : found;
      if (quote >= 0 && quote < at) quote = text.indexOf(QUOTE, at);
      const isSimple = quote < 0 || quote > end;
      if (isSimple && found < 0 && !isEnd) break;
      const begun = line;
      const record = isSimple ? simpleRecord(text, at, end) : withQuotes(text, at, isEnd);
      if (record === null) break;
      if (record.next - at > MAX_RECORD) throw new CsvFault("tooLong", begun);
      records.push(record.cells);
      at = record.next;
    }
    held = text.slice(at);
    if (held.length > MAX_RECORD) throw new CsvFault("tooLong", line);
    return records;
  }

  return { feed: (text) => read(held + text, false), finish: () => read(held, true) };
}
