import type { ImportKind } from "../kinds/import-kind";
import { cleanCell } from "../kinds/row";
import { guessDateFormat, parseDate } from "../values/calendar-date";
import { guessNumberFormat } from "../values/guess-number-format";
import { guessTermEnd, type TermEnd, type WrittenTerm } from "../values/term-end";
import { type ImportMapping, mapsTermEnd, mapsType } from "./mapping";
import { plainName } from "./plain-name";

function guessColumns(kind: ImportKind, headers: readonly string[]): Record<string, string> {
  const byName = new Map(
    headers.filter((h) => h !== "").map((header) => [plainName(header), header]),
  );
  const columns: Record<string, string> = {};
  for (const field of kind.fields) {
    const names = [field.label, field.key, ...field.synonyms].map(plainName);
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

/** The ends a file writes, as far as its dates can be read by now; null where they do not settle what they are. */
export function foundTermEnd(
  kind: ImportKind,
  { columns, dateFormat }: Pick<ImportMapping, "columns" | "dateFormat">,
  { headers, rows }: Sample,
): TermEnd | null {
  if (dateFormat === null || !mapsTermEnd(kind, { columns })) return null;
  const at = (field: string) => headers.indexOf(columns[field] ?? "\0");
  const [id, start, end] = [
    at("externalId"),
    at("startsOn"),
    at(columns.endsOn ? "endsOn" : "endedOn"),
  ];
  const day = (cell: string | undefined) => parseDate(cleanCell(cell ?? ""), dateFormat);
  const terms = rows.flatMap((row): WrittenTerm[] => {
    const [startsOn, endsOn] = [day(row[start]), day(row[end])];
    return startsOn && endsOn ? [{ contract: cleanCell(row[id] ?? ""), startsOn, endsOn }] : [];
  });
  return guessTermEnd(terms).value;
}

export function guessMapping(kind: ImportKind, sample: Sample, currency: string): ImportMapping {
  const columns = guessColumns(kind, sample.headers);
  const mapping: ImportMapping = {
    columns,
    attributes: [],
    numberFormat: null,
    dateFormat: null,
    termEnd: null,
    currency,
    createsAccounts: false,
    contractInvoices: null,
  };
  // Without a mapped column nothing was looked at: the format stays open.
  const formats = guessFormats(kind, columns, sample);
  if (mapsType(kind, mapping, "number")) mapping.numberFormat = formats.number.value;
  if (mapsType(kind, mapping, "date")) mapping.dateFormat = formats.date.value;
  mapping.termEnd = foundTermEnd(kind, mapping, sample);
  return mapping;
}

/** A form the file's own cells speak against: another one is certain, or day and month stand first. */
function misfits(kind: ImportKind, mapping: ImportMapping, sample: Sample) {
  const found = guessFormats(kind, mapping.columns, sample);
  const { numberFormat, dateFormat } = mapping;
  const cells = [...cellsOf(kind, "number", mapping.columns, sample)];
  const isOtherNumber =
    numberFormat !== null &&
    found.number.value !== null &&
    found.number.value !== numberFormat &&
    cells.some((cell) => /[.,]/.test(cell));
  const isOtherDate =
    dateFormat !== null && found.date.value !== "ymd" && found.date.value !== dateFormat;
  const isOneReading = dateFormat === "ymd" || dateFormat === "unix";
  const dates = [...cellsOf(kind, "date", mapping.columns, sample)];
  const isUnreadable =
    found.date.value !== null ||
    (isOneReading && dates.some((cell) => parseDate(cell, dateFormat) === null));
  return { found, isOtherNumber, isOtherDate: isOtherDate && isUnreadable };
}

/** An earlier mapping, its forms only as far as this file's cells agree with them. */
export function withFittingFormats(
  kind: ImportKind,
  mapping: ImportMapping,
  sample: Sample,
): ImportMapping {
  const { found, isOtherNumber, isOtherDate } = misfits(kind, mapping, sample);
  const fitting = {
    ...mapping,
    numberFormat: isOtherNumber ? found.number.value : mapping.numberFormat,
    dateFormat: isOtherDate ? found.date.value : mapping.dateFormat,
  };
  const end = foundTermEnd(kind, fitting, sample);
  const isOtherEnd = mapping.termEnd !== null && end !== null && end !== mapping.termEnd;
  return { ...fitting, termEnd: isOtherEnd ? null : (mapping.termEnd ?? end) };
}

const MISFITS = {
  numberFormat: "The numbers in the first rows are not written that way.",
  dateFormat: "The dates in the first rows are not written that way.",
};

/** A chosen form that the file's own cells speak against, by form field. */
export function formatContradictions(
  kind: ImportKind,
  mapping: ImportMapping,
  sample: Sample,
): Record<string, string> {
  const { isOtherNumber, isOtherDate } = misfits(kind, mapping, sample);
  return {
    ...(isOtherNumber ? { numberFormat: MISFITS.numberFormat } : {}),
    ...(isOtherDate ? { dateFormat: MISFITS.dateFormat } : {}),
  };
}
