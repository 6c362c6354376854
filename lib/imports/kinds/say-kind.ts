import { type StaffWords, staffWords } from "@/lib/i18n/staff-words";
import { ALL_KINDS } from "./all-kinds";
import type { FieldDefinition, ImportKindName } from "./import-kind";

export type SaidKind = { label: string; about: string; fields: FieldDefinition[] };

type FieldKey = Parameters<StaffWords<"imports">>[0];

/** A kind and its fields in the reader's language; the definitions say the same in English. */
export function sayKind(locale: string, name: ImportKindName): SaidKind {
  const t = staffWords(locale, "imports");
  const said = (key: string) => t(`fields.${name}.${key}` as FieldKey);
  const fields = ALL_KINDS[name].fields.map((field) => ({
    ...field,
    label: said(`${field.key}.label`),
    help: said(`${field.key}.help`),
  }));
  return { label: t(`kinds.${name}.label`), about: t(`kinds.${name}.about`), fields };
}
