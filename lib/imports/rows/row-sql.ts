import { Prisma } from "@/lib/db/generated/client";
import { type Cell, type Column, type ColumnType, type ImportTable, written } from "./import-table";

// Names of tables and columns come from the descriptions in ../tables, never from a file.

export function raw(name: string): Prisma.Sql {
  return Prisma.raw(name);
}

export function list(parts: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(parts, ", ");
}

/** A column as it travels: what JavaScript's numbers and dates would lose comes as text. */
function asCell(name: string, type: ColumnType): string {
  switch (type) {
    case "int":
    case "float8":
    case "boolean":
      return `t.${name}`;
    case "timestamptz":
      return `to_char(t.${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${name}`;
    default:
      return `t.${name}::text AS ${name}`;
  }
}

/** Everything of a stored row that an import compares or puts back. */
export function cellList(table: ImportTable): Prisma.Sql {
  const cells = Object.entries(table.columns).map(([name, { type }]) => asCell(name, type));
  return raw(["t.id::text AS id", ...cells].join(", "));
}

/** Instants as numbers: their text would follow the session's time zone. */
function hashedCell(alias: string, name: string, type: ColumnType): string {
  return type === "timestamptz" ? `extract(epoch FROM ${alias}.${name})` : `${alias}.${name}`;
}

/**
 * Tells whether a row is still as it was written: the same columns always, in the same order.
 * @param instead SQL that stands for a column.
 */
export function hashOf(
  table: ImportTable,
  alias: string,
  instead: Readonly<Record<string, string>> = {},
): Prisma.Sql {
  const cells = written(table).map(
    ([name, { type }]) => instead[name] ?? hashedCell(alias, name, type),
  );
  const guards = table.guards.map((name) => `${alias}.${name} IS NULL`);
  return raw(`hashtextextended(row(${[...cells, ...guards].join(", ")})::text, 0)::text`);
}

const TO_ESCAPE = /["\\]/g;

/** As Postgres writes an array; of many values sooner made here than by the driver, one by one. */
function arrayText(values: readonly Cell[], type: ColumnType): string {
  const isPlain = type !== "text" && type !== "jsonb";
  let text = "";
  for (const value of values) {
    if (text !== "") text += ",";
    if (value === null) text += "NULL";
    else if (isPlain) text += value;
    else text += `"${String(value).replace(TO_ESCAPE, "\\$&")}"`;
  }
  return `{${text}}`;
}

export function arrayOf(values: readonly Cell[], type: ColumnType): Prisma.Sql {
  return Prisma.sql`${arrayText(values, type)}::${raw(`${type}[]`)}`;
}

/** `unnest(...) AS v(id, ...)` of these columns of the rows. */
export function unnested(
  rows: readonly Record<string, Cell>[],
  columns: readonly (readonly [name: string, column: Pick<Column, "type">])[],
): Prisma.Sql {
  const arrays = columns.map(([name, { type }]) =>
    arrayOf(
      rows.map((row) => row[name] ?? null),
      type,
    ),
  );
  const names = columns.map(([name]) => name).join(", ");
  return Prisma.sql`unnest(${list(arrays)}) AS v(${raw(names)})`;
}
