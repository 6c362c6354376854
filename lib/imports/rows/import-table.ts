import type { Prisma } from "@/lib/db/generated/client";

/** How a column stands in the database, and how its values travel: see `Cell`. */
export type ColumnType =
  | "uuid"
  | "text"
  | "date"
  | "int"
  | "bigint"
  | "float8"
  | "boolean"
  | "jsonb"
  | "timestamptz";

/** 64-bit integers, days, instants (ISO, UTC) and JSON travel as text. */
export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

export type EntityName =
  | "account"
  | "contact"
  | "consent"
  | "employee"
  | "product_type"
  | "contract"
  | "contract_term"
  | "purchase"
  | "churn_event"
  | "complaint"
  | "touch"
  | "wallet_estimate"
  | "survey"
  | "response_event";

export type Column = {
  type: ColumnType;
  /** Where a person is shown what changes; without it the column follows from another one. */
  label?: string;
  /** The row an id names. */
  refers?: EntityName;
  isMoney?: true;
  /** Written with a new row and never again. */
  isOnce?: true;
};

/** A table that files write: everything the shared statements have to know of it. */
export type ImportTable = {
  name: EntityName;
  /** Unique behind the workspace; by it a row is known again. */
  key: readonly string[];
  columns: Readonly<Record<string, Column>>;
  stamps: readonly ("import_batch_id" | "created_at" | "updated_at")[];
  /** Columns no file writes, whose change by a person still counts as a later one. */
  guards: readonly string[];
  /** The column that names the account whose figures the row moves. */
  account: string | null;
  /** Where no column names one: SQL of the accounts whose figures these rows move, as `id`. */
  accountsOf?: (workspaceId: string, ids: readonly string[]) => Prisma.Sql;
  /** Tables and their columns that name a row of this one: while one does, the row stays. */
  usedBy: readonly (readonly [table: string, column: string])[];
  /** SQL of what a person calls a row. */
  title: string;
};

type Named = readonly [name: string, column: Column];
const writtenOf = new WeakMap<ImportTable, readonly Named[]>();

/** Asked for every row of a file, and found once. */
export function written(table: ImportTable): readonly Named[] {
  const known = writtenOf.get(table);
  if (known) return known;
  const found = Object.entries(table.columns).filter(
    ([name, column]) => !column.isOnce && !table.key.includes(name),
  );
  writtenOf.set(table, found);
  return found;
}

/** The key's values behind the source, which is one and the same in an import. */
export function keyOf(table: ImportTable, row: Row): string {
  return table.key
    .filter((name) => name !== "source")
    .map((name) => String(row[name]))
    .join("\n");
}
