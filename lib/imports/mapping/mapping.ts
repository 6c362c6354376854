import { z } from "zod";
import { AppError, type FieldErrors } from "@/lib/errors";
import { isCurrencyCode } from "@/lib/format/currency-exponent";
import { INVOICE_ANSWERS } from "../kinds/contract-invoices";
import type { ImportKind } from "../kinds/import-kind";
import { DATE_FORMATS } from "../values/calendar-date";
import { NUMBER_FORMATS } from "../values/decimal";
import { TERM_ENDS } from "../values/term-end";

export const MAX_ATTRIBUTES = 50;

/** How a file's columns become fields. A null format was not settled by the file: it is asked. */
export const mappingSchema = z.object({
  /** Field -> name of the column. */
  columns: z.record(z.string(), z.string()),
  attributes: z
    .array(z.string().max(100, "Keep the names of attributes under 100 characters."))
    .max(MAX_ATTRIBUTES, `Keep at most ${MAX_ATTRIBUTES} columns as attributes.`)
    .default([]),
  numberFormat: z
    .enum(NUMBER_FORMATS, {
      error: `Choose how numbers are written: ${NUMBER_FORMATS.join(" or ")}.`,
    })
    .nullable()
    .default(null),
  dateFormat: z
    .enum(DATE_FORMATS, { error: `Choose how dates are written: ${DATE_FORMATS.join(", ")}.` })
    .nullable()
    .default(null),
  termEnd: z
    .enum(TERM_ENDS, { error: `Choose what the end of a term is: ${TERM_ENDS.join(" or ")}.` })
    .nullable()
    .default(null),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCurrencyCode, "Give the currency as three letters, for example EUR."),
  createsAccounts: z.boolean().default(false),
  /** Null: not asked yet. Remembered with the mapping, so that next month's file proposes it. */
  contractInvoices: z
    .enum(INVOICE_ANSWERS, { error: "Say whether they are the contract's or their own." })
    .nullable()
    .default(null),
});

export type ImportMapping = z.infer<typeof mappingSchema>;
/** Parsed on its own, so that errors carry the form's names. */
export type MappingInput = z.input<typeof mappingSchema>;

export function mapsType(
  kind: ImportKind,
  mapping: ImportMapping,
  type: "number" | "date",
): boolean {
  return kind.fields.some((field) => field.type === type && mapping.columns[field.key]);
}

/** Whether a column says when terms or contracts end. */
export function mapsTermEnd(kind: ImportKind, { columns }: Pick<ImportMapping, "columns">) {
  return kind.name === "contracts" && Boolean(columns.endsOn ?? columns.endedOn);
}

function columnErrors(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of kind.fields) {
    const column = mapping.columns[field.key];
    if (!column && field.isRequired) {
      errors[`column.${field.key}`] = `Choose the column that holds this: ${field.label}.`;
    } else if (column && !headers.includes(column)) {
      errors[`column.${field.key}`] = "The file has no column of that name. Choose another.";
    }
  }
  const unknown = Object.keys(mapping.columns).find(
    (key) => !kind.fields.some((f) => f.key === key),
  );
  if (unknown) errors[`column.${unknown}`] = "A file of this kind has no such field.";
  if (mapping.attributes.some((name) => !headers.includes(name))) {
    errors.attributes = "A column chosen as attribute is not in the file.";
  }
  if (mapping.attributes.length > 0 && !kind.keepsAttributes) {
    errors.attributes = "A file of this kind keeps no attributes.";
  }
  return errors;
}

/** What keeps a mapping from being used, by form field; empty when nothing does. */
export function mappingErrors(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
): FieldErrors {
  const errors = columnErrors(kind, headers, mapping);
  if (mapping.numberFormat === null && mapsType(kind, mapping, "number")) {
    errors.numberFormat = "Choose how the file writes numbers; it can be read in two ways.";
  }
  if (mapping.dateFormat === null && mapsType(kind, mapping, "date")) {
    errors.dateFormat = "Choose how the file writes dates; 01/02/2024 can be read in two ways.";
  }
  if (mapping.termEnd === null && mapsTermEnd(kind, mapping)) {
    errors.termEnd =
      "Choose what the end of a term is; it can be its last day or the day after it.";
  }
  return errors;
}

/** @throws AppError INVALID_INPUT with a message at each field. */
export function requireMapping(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ImportMapping,
): void {
  const fieldErrors = mappingErrors(kind, headers, mapping);
  if (Object.keys(fieldErrors).length === 0) return;
  throw new AppError("INVALID_INPUT", "Please check the marked fields.", { fieldErrors });
}
