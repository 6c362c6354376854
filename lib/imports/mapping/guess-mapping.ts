import type { ImportKind } from "../kinds/import-kind";
import { cleanCell } from "../kinds/row";
import { guessDateFormat } from "../values/calendar-date";
import type { Guess } from "../values/guess";
import { guessNumberFormat } from "../values/guess-number-format";
import { type ImportMapping, mapsType } from "./mapping";

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

function guessColumns(kind: ImportKind, headers: readonly string[]): Record<string, string> {
  const byName = new Map(headers.filter((h) => h !== "").map((header) => [plain(header), header]));
  const columns: Record<string, string> = {};
  for (const field of kind.fields) {
    const names = [field.label, field.key, ...field.synonyms].map(plain);
    const name = names.find((candidate) => byName.has(candidate));
    const header = name === undefined ? undefined : byName.get(name);
    if (name === undefined || header === undefined) continue;
    columns[field.key] = header;
    byName.delete(name);
  }
  // Where people have no number of their own, their address is what they are known by.
  if (kind.name === "contacts" && columns.email) columns.externalId ??= columns.email;
  return columns;
}

function* cellsOf(
  kind: ImportKind,
  type: "number" | "date",
  columns: Readonly<Record<string, string>>,
  sample: { headers: readonly string[]; rows: readonly (readonly string[])[] },
): Generator<string> {
  for (const field of kind.fields) {
    const position = sample.headers.indexOf(columns[field.key] ?? "\0");
    if (field.type !== type || position < 0) continue;
    for (const row of sample.rows) {
      const cell = cleanCell(row[position] ?? "").replace(/\s*%$/, "");
      if (cell !== "") yield cell;
    }
  }
}

export type Sample = { headers: readonly string[]; rows: readonly (readonly string[])[] };

/** How the mapped columns write numbers and dates. */
export function guessFormats(
  kind: ImportKind,
  columns: Readonly<Record<string, string>>,
  sample: Sample,
) {
  return {
    number: guessNumberFormat(cellsOf(kind, "number", columns, sample)),
    date: guessDateFormat(cellsOf(kind, "date", columns, sample)),
  };
}

export function guessMapping(kind: ImportKind, sample: Sample, currency: string): ImportMapping {
  const columns = guessColumns(kind, sample.headers);
  const mapping: ImportMapping = {
    columns,
    attributes: [],
    numberFormat: null,
    dateFormat: null,
    currency,
    createsAccounts: false,
  };
  // Without a mapped column nothing was looked at: the format stays open.
  const formats = guessFormats(kind, columns, sample);
  if (mapsType(kind, mapping, "number")) mapping.numberFormat = formats.number.value;
  if (mapsType(kind, mapping, "date")) mapping.dateFormat = formats.date.value;
  return mapping;
}

function contradicts<T>(guess: Guess<T>, chosen: T | null): boolean {
  return guess.why === "certain" && chosen !== null && guess.value !== chosen;
}

/** A chosen form that the file's own cells speak against, by form field. */
export function formatContradictions(
  kind: ImportKind,
  mapping: ImportMapping,
  sample: Sample,
): Record<string, string> {
  const found = guessFormats(kind, mapping.columns, sample);
  const errors: Record<string, string> = {};
  if (mapsType(kind, mapping, "number") && contradicts(found.number, mapping.numberFormat)) {
    const has = [...cellsOf(kind, "number", mapping.columns, sample)].some((c) => /[.,]/.test(c));
    if (has) errors.numberFormat = "The numbers in the first rows are not written that way.";
  }
  const needsDay = found.date.value === "dmy" || found.date.value === "mdy";
  if (mapsType(kind, mapping, "date") && needsDay && contradicts(found.date, mapping.dateFormat)) {
    errors.dateFormat = "The dates in the first rows are not written that way.";
  }
  return errors;
}
