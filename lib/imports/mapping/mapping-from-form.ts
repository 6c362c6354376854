import type { CheckImportInput } from "../check-import";
import type { InvoiceAnswer } from "../kinds/contract-invoices";
import type { DateFormat } from "../values/calendar-date";
import type { TermEnd } from "../values/term-end";

type FormInput = Record<string, string | string[]>;

/** A form sends "" for what was not chosen. */
function given(input: FormInput, name: string): string | undefined {
  const value = input[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function listOf(value: string | string[] | undefined): string[] {
  return (Array.isArray(value) ? value : [value ?? ""]).filter((item) => item !== "");
}

/** The mapping page's fields (`column.externalId`, `attributes`, ...) as the verbs take them. */
export function mappingFromForm(input: FormInput): CheckImportInput {
  const columns = Object.keys(input).flatMap((name) => {
    const column = name.startsWith("column.") ? given(input, name) : undefined;
    return column === undefined ? [] : [[name.slice("column.".length), column] as const];
  });
  return {
    batchId: given(input, "batchId") ?? "",
    mapping: {
      columns: Object.fromEntries(columns),
      attributes: listOf(input.attributes),
      numberFormat: (given(input, "numberFormat") ?? null) as "point" | "comma" | null,
      dateFormat: (given(input, "dateFormat") ?? null) as DateFormat | null,
      termEnd: (given(input, "termEnd") ?? null) as TermEnd | null,
      currency: given(input, "currency") ?? "",
      createsAccounts: given(input, "createsAccounts") !== undefined,
      contractInvoices: (given(input, "contractInvoices") ?? null) as InvoiceAnswer | null,
    },
    encoding: given(input, "encoding") as CheckImportInput["encoding"],
    delimiter: given(input, "delimiter") as CheckImportInput["delimiter"],
  };
}
