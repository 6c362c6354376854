import type { FigureColumn } from "@/lib/format/figure-table";
import { staffWords } from "@/lib/i18n/staff-words";
import type { Differs } from "@/lib/loyalty/measures/differs";

/** "no real difference", where a test was made. */
export function differsWords(differs: Differs, locale: string): string | null {
  return differs === null ? null : staffWords(locale, "compare")(differs);
}

/** A row's note with what the test said after it. */
export function noteWithTest(note: string, differs: Differs, locale: string): string {
  const said = differsWords(differs, locale);
  return said === null ? note : `${note} · ${said}`;
}

/** What a test against all the other accounts said. */
export function testColumn(locale: string): FigureColumn {
  return { header: staffWords(locale, "compare")("test"), kind: "text" };
}
