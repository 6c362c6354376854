import { staffWords } from "@/lib/i18n/staff-words";

type FullName = { firstName: string | null; lastName: string | null };
export type NameParts = FullName & { email: string | null };

/** Empty where no name is recorded. */
export function fullName(row: FullName): string {
  return [row.firstName, row.lastName].filter(Boolean).join(" ");
}

/** A person whose name is not recorded, or was erased, is still somebody, in the reader's language. */
export function personName(row: NameParts, locale: string): string {
  return fullName(row) || row.email || staffWords(locale, "account")("people.noName");
}
