import type { Ctx } from "@/lib/auth/ctx";
import type { ImportKind, ParsedRow, RejectedRow } from "../kinds/import-kind";
import { openRow, readRow } from "../kinds/read-row";
import type { RowForm } from "../kinds/row";
import { rowLevels } from "./row-levels";

type Given = Readonly<Record<string, string | number | boolean | null>>;

export type GivenRow = { fields: ReadonlySet<string>; row: ParsedRow<unknown> };
export type GivenRows = { groups: GivenRow[][]; rejected: RejectedRow[] };

/** Thousands in a file may be grouped; from a client 1,234 may be one and a bit. */
const GROUPED = /\d[,'’\s]+\d/u;

/** As a file would have it; a number that JavaScript writes with an exponent is refused as none. */
function toCell(value: Given[string] | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** Values that a client sends are written in one way: point for decimals, year first in dates. */
function formOf(kind: ImportKind, fields: readonly string[], ctx: Ctx): RowForm {
  return {
    columns: new Map(fields.map((field, position) => [field, position])),
    labels: new Map(kind.fields.map((field) => [field.key, field.label])),
    attributes: [],
    headings: [],
    place: -1,
    numberFormat: "point",
    dateFormat: "ymd",
    termEnd: "dayAfter",
    currency: ctx.workspace.currency,
    today: ctx.asOf,
    timeZone: ctx.workspace.timeZone,
  };
}

function unknownField(kind: ImportKind, fields: readonly string[]): string | null {
  return fields.find((field) => !kind.fields.some(({ key }) => key === field)) ?? null;
}

function missingField(kind: ImportKind, fields: readonly string[]): string | null {
  return (
    kind.fields.find(({ key, isRequired }) => isRequired && !fields.includes(key))?.key ?? null
  );
}

/** What could be read as another value than was meant is asked for in another form, never read. */
function refuseValue(name: string, value: Given[string] | undefined, isNumber: boolean) {
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return { cells: [], field: name, message: "A number this long loses digits. Send it as text." };
  }
  if (isNumber && typeof value === "string" && GROUPED.test(value)) {
    return { cells: [], field: name, message: "Write the number with a point only, like 1234.56." };
  }
  return null;
}

type Form = {
  form: RowForm;
  numbers: ReadonlySet<string>;
  fieldSet: ReadonlySet<string>;
  refusal: Omit<RejectedRow, "rowNumber"> | null;
};

function toForm(kind: ImportKind, fields: string[], ctx: Ctx): Form {
  const unknown = unknownField(kind, fields);
  const missing = missingField(kind, fields);
  const refusal =
    unknown !== null
      ? { cells: [], field: unknown.slice(0, 100), message: "There is no such field." }
      : missing !== null
        ? { cells: [], field: missing, message: "Every row needs it." }
        : null;
  const numbers = kind.fields.filter(({ type }) => type === "number").map(({ key }) => key);
  const form = formOf(kind, fields, ctx);
  return { form, numbers: new Set(numbers), fieldSet: new Set(fields), refusal };
}

/** What tells a row from every other one of the call; null where the row does not say it. */
function rowIdOf(kind: ImportKind, fields: readonly string[], cells: readonly string[]) {
  const cellOf = (field: string) => cells[fields.indexOf(field)] ?? "";
  const own = kind.idFields.find((set) => set.every((field) => cellOf(field).trim() !== ""));
  return own ? own.map(cellOf).join("\n") : null;
}

function idOf(row: ParsedRow<unknown>): string | null {
  const { externalId } = row.value as { externalId?: unknown };
  return typeof externalId === "string" ? externalId : null;
}

function parentOf(kind: ImportKind, row: ParsedRow<unknown>): string | null {
  if (kind.parentField === null) return null;
  return (row.value as Record<string, string | null>)[kind.parentField] ?? null;
}

/** Rows that name the same fields together, and parents before those below them. */
function grouped(kind: ImportKind, rows: readonly GivenRow[]): GivenRow[][] {
  const ids = rows.map(({ row }) => [idOf(row) ?? "", parentOf(kind, row)] as const);
  const { levelOf } = rowLevels(new Map(ids));
  const groups = new Map<string, { level: number; rows: GivenRow[] }>();
  for (const given of rows) {
    const level = kind.parentField === null ? 0 : (levelOf.get(idOf(given.row) ?? "") ?? 0);
    const name = [level, ...given.fields].join("\n");
    const group = groups.get(name) ?? { level, rows: [] };
    group.rows.push(given);
    groups.set(name, group);
  }
  return [...groups.values()].sort((a, b) => a.level - b.level).map((group) => group.rows);
}

/** How many rows of the call before this one say the same; counts it. */
function countAlike(seen: Map<string, number>, key: string | null): number {
  if (key === null) return 0;
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  return before;
}

/** Rows as the kind's values, and what is wrong with the others; nothing is written yet. */
export function readGivenRows(kind: ImportKind, rows: readonly Given[], ctx: Ctx): GivenRows {
  const forms = new Map<string, Form>();
  const accepted: GivenRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Set<string>();
  const alike = new Map<string, number>();
  rows.forEach((given, rowNumber) => {
    const fields = Object.keys(given).sort();
    const name = fields.join("\n");
    const made = forms.get(name) ?? toForm(kind, fields, ctx);
    forms.set(name, made);
    const cells = fields.map((field) => toCell(given[field]));
    const refused = fields
      .map((field) => refuseValue(field, given[field], made.numbers.has(field)))
      .find((refusal) => refusal !== null);
    const row = { rowNumber, cells };
    const before = countAlike(alike, kind.sameAs?.(openRow(made.form, row)) ?? null);
    const read = made.refusal ?? refused ?? readRow(kind, made.form, fields.length, row, before);
    if ("message" in read) {
      rejected.push({ rowNumber, ...read });
      return;
    }
    if (!read.ok) {
      rejected.push(read.row);
      return;
    }
    const id = rowIdOf(kind, fields, cells);
    if (id !== null && seen.has(id)) {
      const message = "An earlier row of this call has the same id.";
      rejected.push({ rowNumber, cells, field: "externalId", message });
      return;
    }
    if (id !== null) seen.add(id);
    accepted.push({ fields: made.fieldSet, row: read.row });
  });
  return { groups: grouped(kind, accepted), rejected };
}
