import { isCurrencyCode } from "@/lib/format/currency-exponent";
import { type DateFormat, dateFault, parseDate, parseWrittenDay } from "../values/calendar-date";
import { type Decimal, type NumberFormat, parseDecimal } from "../values/decimal";
import { MAX_DECIMALS, type MinorUnits, toMinorUnits } from "../values/money";
import type { TermEnd } from "../values/term-end";
import type { NoteCode } from "./notes";

export type RowForm = {
  /** Position of each mapped field's column. */
  columns: ReadonlyMap<string, number>;
  labels: ReadonlyMap<string, string>;
  /** Columns kept as attributes: name and position. */
  attributes: readonly (readonly [string, number])[];
  /** Names of the columns, by which a header in the middle of files that were joined is known. */
  headings: readonly string[];
  /** Column of a mended row's place in the file it was rejected from; -1 where there is none. */
  place: number;
  numberFormat: NumberFormat;
  dateFormat: DateFormat;
  termEnd: TermEnd;
  currency: string;
  /** 'YYYY-MM-DD' of the workspace. */
  today: string;
  timeZone: string;
};

/** One row while it is read: every reader below adds what is wrong and returns null. */
export type Row = {
  rowNumber: number;
  cells: readonly string[];
  /** How many rows before it in the file say the same. */
  before: number;
  form: RowForm;
  problems: { field: string; message: string }[];
  notes: NoteCode[];
  /** Why the row is nothing of this kind and is passed over, whatever else is wrong with it. */
  passedOver: { note: NoteCode; field: string; message: string } | null;
};

// Tabs and line ends are blanks; every other control character is damage.
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const QUOTE_PREFIX = /^'(?=[=+\-@\t\r])/;
const UNCLEAN = /^'|\s/;
const MAX_CELL = 1_000_000;
const EARLIEST = "1970-01-01";

/** A cell as text: our own export's quote prefix, outer and doubled blanks taken off. */
export function cleanCell(cell: string): string {
  if (!UNCLEAN.test(cell)) return cell;
  return cell.replace(QUOTE_PREFIX, "").replace(/\s+/g, " ").trim();
}

export function problem(row: Row, field: string, message: string): null {
  row.problems.push({ field: row.form.labels.get(field) ?? field, message });
  return null;
}

/** Says that the row is nothing of this kind: a file's row is passed over, a client's is refused. */
export function passOver(row: Row, field: string, note: NoteCode, message: string): void {
  row.passedOver ??= { note, field: row.form.labels.get(field) ?? field, message };
}

function checked(row: Row, name: string, cell: string, max: number): string | null {
  if (cell.length > MAX_CELL) {
    return problem(row, name, "is larger than 1 MB; a closing quote is probably missing.");
  }
  if (CONTROL.test(cell)) {
    return problem(row, name, "holds an unreadable (control) character; remove it.");
  }
  const text = cleanCell(cell);
  if (text.length > max) return problem(row, name, `is longer than ${max} characters.`);
  return text === "" ? null : text;
}

/** Where the row stands in its file, for a mended one in the file it was rejected from. */
export function placeOf({ cells, form, rowNumber }: Row): number {
  const before = cells[form.place] ?? "";
  return /^\d{1,9}$/.test(before) ? Number(before) : rowNumber;
}

export function has(row: Row, field: string): boolean {
  return row.form.columns.has(field);
}

export function isFilled(row: Row, field: string): boolean {
  const column = row.form.columns.get(field);
  return column !== undefined && (row.cells[column] ?? "").trim() !== "";
}

/** The cell's text, or null where it is empty or the field has no column. */
export function text(row: Row, field: string, max = 500): string | null {
  const column = row.form.columns.get(field);
  return column === undefined ? null : checked(row, field, row.cells[column] ?? "", max);
}

export function requiredText(row: Row, field: string, max = 500): string {
  const before = row.problems.length;
  const value = text(row, field, max);
  if (value === null && row.problems.length === before) {
    problem(row, field, "is empty; every row needs it.");
  }
  return value ?? "";
}

/** Ids are index keys: short. */
export function externalId(row: Row, field: string): string {
  return requiredText(row, field, 200);
}

export function attributesOf(row: Row): Record<string, string | null> {
  const entries = row.form.attributes.map(
    ([name, column]) => [name, checked(row, name, row.cells[column] ?? "", 500)] as const,
  );
  return Object.fromEntries(entries);
}

export function parsed<T>(
  row: Row,
  field: string,
  parse: (text: string) => T | null,
  message: string,
): T | null {
  const value = text(row, field);
  if (value === null) return null;
  return parse(value) ?? problem(row, field, message);
}

// What is wrong is put into words only where something is: these run for every cell of a file.

export function date(row: Row, field: string): string | null {
  const cell = text(row, field);
  if (cell === null) return null;
  const { dateFormat, timeZone } = row.form;
  const day = parseDate(cell, dateFormat, timeZone);
  if (day !== null) return day;
  switch (dateFault(cell, dateFormat)) {
    case "spreadsheetDays":
      return problem(
        row,
        field,
        "counts days, as spreadsheets do; show the column as dates there and save again.",
      );
    case "tooLate":
      return problem(row, field, "lies after the year 2099; empty the cell where there is no end.");
    case "noSuchDay":
      return problem(row, field, "is no day there ever was; correct day, month or year.");
  }
  const format = { ymd: "2024-03-31", dmy: "31.03.2024", mdy: "03/31/2024", unix: "1711843200" }[
    dateFormat
  ];
  return problem(row, field, `is no date in the chosen form (like ${format}).`);
}

/** The day that is written in a cell, in whichever zone: null where there is none. */
export function dayWritten(row: Row, field: string): string | null {
  const { columns, dateFormat, timeZone } = row.form;
  const cell = cleanCell(row.cells[columns.get(field) ?? -1] ?? "");
  return parseWrittenDay(cell, dateFormat, timeZone);
}

export function decimal(row: Row, field: string): Decimal | null {
  const cell = text(row, field);
  if (cell === null) return null;
  const number = parseDecimal(cell, row.form.numberFormat);
  if (number !== null) return number;
  const format = row.form.numberFormat === "point" ? "1,234.56" : "1.234,56";
  return problem(
    row,
    field,
    `is no number in the chosen form (like ${format}); leave out currency signs.`,
  );
}

/** Minor units of what a field holds; says when it was rounded or cannot be kept. */
export function minorUnits(row: Row, field: string, result: MinorUnits): bigint | null {
  if (result.ok) {
    if (result.isRounded) row.notes.push("rounded");
    return result.minor;
  }
  return problem(
    row,
    field,
    result.problem === "too_large"
      ? "is too large to be an amount."
      : `has more than ${MAX_DECIMALS} decimals; round it in the source.`,
  );
}

export function money(row: Row, field: string, currency: string): bigint | null {
  const amount = decimal(row, field);
  return amount === null ? null : minorUnits(row, field, toMinorUnits(amount, currency));
}

/** A share, written 0.2 or 20 %. */
export function ratio(row: Row, field: string): Decimal | null {
  const cell = text(row, field);
  if (cell === null) return null;
  const isPercent = cell.endsWith("%");
  const number = parseDecimal(isPercent ? cell.slice(0, -1) : cell, row.form.numberFormat);
  if (number === null) return problem(row, field, "is no share; write it like 20 % or 0.2.");
  const share = isPercent ? { digits: number.digits, scale: number.scale + 2 } : number;
  const isWithin = share.digits >= 0n && share.digits <= 10n ** BigInt(share.scale);
  return isWithin
    ? share
    : problem(row, field, "must lie between 0 and 100 %; write it like 20 % or 0.2.");
}

/** A number without decimals, within bounds. */
export function whole(row: Row, field: string, low: number, high: number): number | null {
  const number = decimal(row, field);
  if (number === null) return null;
  const value = Number(number.digits);
  if (number.scale === 0 && value >= low && value <= high) return value;
  return problem(row, field, `must be a whole number from ${low} to ${high}.`);
}

/** A day on which something happened or begins: 1900-01-01 is what a spreadsheet makes of an empty cell. */
export function eventDate(row: Row, field: string): string | null {
  const day = date(row, field);
  if (day === null || day >= EARLIEST) return day;
  return problem(row, field, "lies before 1970; empty the cell, or leave the row out.");
}

/** A day that has come: what happened is not imported before it has. */
export function pastDate(row: Row, field: string): string | null {
  return notFuture(row, field, eventDate(row, field));
}

export function notFuture(row: Row, field: string, day: string | null): string | null {
  if (day === null || day <= row.form.today) return day;
  return problem(row, field, "lies in the future.");
}

/** A value every row needs, by whichever reader; `instead` stands for it in a row that is refused. */
export function required<T>(row: Row, field: string, value: T | null, instead: T): T {
  if (value !== null) return value;
  const label = row.form.labels.get(field) ?? field;
  // What a reader found wrong with the field is said already.
  if (row.problems.every((known) => known.field !== label)) requiredText(row, field);
  return instead;
}

export function toNumber(number: Decimal | null): number | null {
  return number === null ? null : Number(number.digits) / 10 ** number.scale;
}

export function currency(row: Row, field: string): string {
  const code = parsed(
    row,
    field,
    (cell) => (isCurrencyCode(cell.toUpperCase()) ? cell.toUpperCase() : null),
    "is not a known one; use the three letters, like EUR.",
  );
  return code ?? row.form.currency;
}

export function email(row: Row, field: string): string | null {
  return parsed(
    row,
    field,
    (cell) =>
      /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/.test(cell) ? cell.toLowerCase() : null,
    "is no e-mail address; write it like name@company.com.",
  );
}

/** One of a closed set, by any of its words (lower case). */
export function choice<T extends string>(
  row: Row,
  field: string,
  words: Readonly<Record<T, readonly string[]>>,
): T | null {
  const cell = text(row, field);
  if (cell === null) return null;
  const options = Object.keys(words) as T[];
  const word = cell.toLowerCase();
  const found = options.find((option) => option === word || words[option].includes(word));
  if (found !== undefined) return found;
  return problem(
    row,
    field,
    `is none of the known words: ${options.map((option) => words[option][0]).join(", ")}.`,
  );
}
