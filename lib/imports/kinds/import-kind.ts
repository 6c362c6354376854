import type { EntityName } from "../rows/import-table";
import type { WriteCall } from "../rows/row-statements";
import type { InvoiceAnswer } from "./contract-invoices";
import type { ImportNotes, NoteCode } from "./notes";
import type { Row } from "./row";

/** In the order in which files are best imported: what rows name comes first. */
export const IMPORT_KINDS = [
  "accounts",
  "contacts",
  "product_types",
  "contracts",
  "purchases",
  "churn_events",
  "complaints",
  "touches",
  "wallet_estimates",
  "answers",
] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

export type FieldDefinition = {
  key: string;
  label: string;
  /** What stands in the column and how it may be written. */
  help: string;
  isRequired: boolean;
  /** Number and date columns are looked at to find how the file writes them. */
  type: "text" | "number" | "date";
  /** Column names it is known by, in lower case. */
  synonyms: readonly string[];
};

export type ParsedRow<Value> = {
  rowNumber: number;
  cells: string[];
  value: Value;
  /** What is said of the row if it comes in. */
  notes: readonly NoteCode[];
};

export type RejectedRow = { rowNumber: number; cells: string[]; field: string; message: string };

/** What is needed to add what rows name on the way. */
export type SideCall = WriteCall & { notes: ImportNotes };

/** What the rows of one transaction are written with, or compared with where it is a trial. */
export type ApplyCall<Value> = WriteCall & {
  /** Currency of a row that names none. */
  currency: string;
  createsAccounts: boolean;
  /** What purchases are that look like invoices of a contract; `off` where nobody is there to be asked. */
  invoices: InvoiceAnswer | "ask" | "off";
  has: (field: string) => boolean;
  notes: ImportNotes;
  rows: ParsedRow<Value>[];
};

/** Counts come from what the database says it wrote; the rest of the rows was there already. */
export type Outcome = {
  created: number;
  changed: number;
  rejected: RejectedRow[];
  touchedAccountIds: string[];
};

export type KindDefinition<Value> = {
  name: ImportKindName;
  label: string;
  /** One line under the choice of a kind. */
  about: string;
  fields: readonly FieldDefinition[];
  /** Fields that together tell a row from every other one; the first set whose fields have columns. */
  idFields: readonly (readonly string[])[];
  /**
   * Of rows without an id, what they would be known by: of several that say the same in one file each is one.
   * Null for a row that is known otherwise.
   */
  sameAs?: (row: Row) => string | null;
  /** The table a row of the file is one row of. */
  entity: EntityName;
  /** SQL for the stored rows a file of this kind and `$source` may change, where ids alone do not tell. */
  storedWhere?: string;
  /** Columns that fit no field may be kept as attributes. */
  keepsAttributes: boolean;
  /** Rows whose cell here names another row of the file come after that row. */
  parentField: string | null;
  parse: (row: Row) => Value;
  apply: (call: ApplyCall<Value>) => Promise<Outcome>;
};

export type ImportKind = KindDefinition<unknown>;

/** Hides the type of a kind's values: what its `apply` gets is what its `parse` made. */
export function defineKind<Value>(definition: KindDefinition<Value>): ImportKind {
  return {
    ...definition,
    apply: (call) => definition.apply(call as ApplyCall<Value>),
  };
}
