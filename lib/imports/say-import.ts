import { saySentence, saySentences } from "@/lib/i18n/say-sentence";
import type { ImportDto } from "./load-import";

/** What went wrong and what was noted stands in English in the database; here as its reader says it. */
export function sayImport<Dto extends ImportDto>(locale: string, dto: Dto): Dto {
  return {
    ...dto,
    message: dto.message === null ? null : saySentences(locale, dto.message),
    notes: dto.notes.map((note) => ({ ...note, text: saySentence(locale, note.text) })),
  };
}

/** The faults of refused rows. */
export function sayFaults<Row extends { message: string }>(
  locale: string,
  rows: readonly Row[],
): Row[] {
  return rows.map((row) => ({ ...row, message: saySentences(locale, row.message) }));
}
