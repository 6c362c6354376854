import type { Column, ImportTable } from "../rows/import-table";

// What is kept for undoing is told by a hash over a row's columns in their order: it is not to change.

type Columns = Readonly<Record<string, Column>>;

/** Rows that are known again by the system they come from and their id in it. */
export const BY_SOURCE_AND_ID = ["source", "external_id"] as const;

export const ID_COLUMNS: Columns = { source: { type: "text" }, external_id: { type: "text" } };

export const ACCOUNT_COLUMNS: Columns = {
  ...ID_COLUMNS,
  account_id: { type: "uuid", label: "Account", refers: "account" },
};

export const PRODUCT_TYPE_COLUMN: Columns = {
  product_type_id: { type: "uuid", label: "Product type", refers: "product_type" },
};

export const CURRENCY_COLUMN: Columns = { currency: { type: "text", label: "Currency" } };

/** Something that happened at an account: made once, named by nothing. */
export function eventTable(event: Pick<ImportTable, "name" | "title" | "columns">): ImportTable {
  return {
    ...event,
    key: BY_SOURCE_AND_ID,
    columns: { ...ACCOUNT_COLUMNS, ...event.columns },
    stamps: ["import_batch_id", "created_at"],
    guards: [],
    account: "account_id",
    usedBy: [],
  };
}
