import { z } from "zod";
import type { RecordField, RecordKind } from "@/lib/exports/records/record-kind";
import type { FieldDefinition, ImportKind } from "@/lib/imports/kinds/import-kind";
import { upsertRecordsBody } from "@/lib/imports/upsert-records";

function readSchema({ type, about }: RecordField): z.ZodType {
  const known = {
    text: z.string(),
    number: z.number(),
    boolean: z.boolean(),
    date: z.iso.date(),
    instant: z.iso.datetime(),
    money: z.string(),
    attributes: z.record(z.string(), z.string()),
  }[type];
  const more = type === "money" ? ", as an exact decimal in the row's currency" : "";
  return known.nullable().describe(`${about}${more}.`);
}

/** A page of rows of a kind, as it is answered. */
export function recordsAnswer(kind: RecordKind) {
  const fields = kind.fields.map((field) => [field.key, readSchema(field)] as const);
  const row = z.object({ id: z.uuid().describe("Its id here."), ...Object.fromEntries(fields) });
  return z.object({ rows: z.array(row), nextCursor: z.uuid().nullable() });
}

function writeSchema({ type, help, isRequired }: FieldDefinition): z.ZodType {
  const value = {
    text: z.union([z.string(), z.boolean()]),
    number: z.union([z.number(), z.string()]),
    date: z.iso.date(),
  }[type];
  return isRequired ? value.describe(help) : value.nullable().optional().describe(help);
}

/** What a call that writes rows of a kind may hold; the verb says it of each row. */
export function recordsBody(kind: ImportKind) {
  const fields = kind.fields.map((field) => [field.key, writeSchema(field)] as const);
  const row = z.strictObject(Object.fromEntries(fields));
  const { rows } = upsertRecordsBody.shape;
  const list = z.array(row).min(1).max(10_000);
  return upsertRecordsBody.extend({ rows: list.describe(rows.description ?? "") });
}

export const upsertAnswer = z.object({
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  rejectedRows: z.array(
    z.object({
      row: z.int().describe("Its place in the call, from 0."),
      field: z.string(),
      message: z.string(),
    }),
  ),
  importId: z
    .uuid()
    .nullable()
    .describe("Under this id an admin finds and undoes what was written; null: nothing was."),
});
