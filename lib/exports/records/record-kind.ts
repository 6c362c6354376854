import type { Prisma } from "@/lib/db/client";
import { minorToDecimal } from "@/lib/format/money-decimal";

export const RECORD_KINDS = [
  "accounts",
  "contacts",
  "product_types",
  "contracts",
  "purchases",
  "churn_events",
  "complaints",
  "promises",
  "cases",
  "negotiations",
  "renewal_calls",
  "touches",
  "wallet_estimates",
  "invitations",
  "answers",
  "handled_answers",
  "consents",
  "touchpoint_audits",
] as const;
export type RecordKindName = (typeof RECORD_KINDS)[number];

/** `money` is minor units in the row and a decimal text outside; `date` is a day, `instant` UTC. */
export type RecordFieldType =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "instant"
  | "money"
  | "attributes";

export type RecordField = { key: string; type: RecordFieldType; about: string };

export type RecordValue = string | number | boolean | null | Record<string, string>;
export type RecordRow = { id: string } & Record<string, RecordValue>;

/** Which rows of a kind, after the last one read: ids grow with time, so pages never overlap. */
export type RecordPage = {
  workspaceId: string;
  afterId: string;
  limit: number;
  /** Only of this account. */
  accountId: string | null;
};

export type RecordKind = {
  name: RecordKindName;
  about: string;
  /** In the order of a spreadsheet's columns; the keys are those an import knows. */
  fields: readonly RecordField[];
  /** One column per field under its key, and `id`, in the order of `id`. */
  select: (page: RecordPage) => Prisma.Sql;
};

/** `about` says what stands there and, for money, in which column its currency is. */
export function recordField(
  key: string,
  about: string,
  type: RecordFieldType = "text",
): RecordField {
  return { key, type, about };
}

function outside(field: RecordField, value: unknown, currency: unknown): RecordValue {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case "money":
      return minorToDecimal(value as bigint, String(currency));
    case "instant":
      return (value as Date).toISOString();
    case "number":
      return Number(value);
    default:
      return value as RecordValue;
  }
}

/** A row as it leaves the database, as it is read outside. */
export function toRecord(kind: RecordKind, row: Record<string, unknown>): RecordRow {
  const entries = kind.fields.map((field) => [
    field.key,
    outside(field, row[field.key], row.currency),
  ]);
  return { id: row.id as string, ...Object.fromEntries(entries) };
}
