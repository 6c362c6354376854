import { saySentences } from "@/lib/i18n/say-sentence";
import type { ImportDto } from "./load-import";

/** What went wrong stands in English in the database; here as its reader says it. */
export function sayImport<Dto extends ImportDto>(locale: string, dto: Dto): Dto {
  return {
    ...dto,
    message: dto.message === null ? null : saySentences(locale, dto.message),
  };
}

/** The faults of refused rows. */
export function sayFaults<Row extends { message: string }>(
  locale: string,
  rows: readonly Row[],
): Row[] {
  return rows.map((row) => ({ ...row, message: saySentences(locale, row.message) }));
}
