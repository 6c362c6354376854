import { LANGUAGES } from "@/lib/i18n/languages";
import { saySentence } from "@/lib/i18n/say-sentence";

const REASON_COLUMNS = ["Row in the file", "What is wrong"] as const;

/** What a file of rejected rows says of each row behind the file's own columns. */
export function reasonColumns(locale: string): string[] {
  return REASON_COLUMNS.map((name) => saySentence(locale, name));
}

const ALL = LANGUAGES.map(reasonColumns);

/** Ours among a file's columns, in whichever language: a file of rejected rows that was mended and comes back. */
function oursIn(headers: readonly string[]): readonly string[] {
  return ALL.find((names) => names.every((name) => headers.includes(name))) ?? [];
}

export function withoutReasons(headers: readonly string[]): string[] {
  const ours = oursIn(headers);
  return headers.filter((header) => !ours.includes(header));
}

/** The column that names a mended row's place in the file it was rejected from; -1 where there is none. */
export function placeColumn(headers: readonly string[]): number {
  return headers.indexOf(oursIn(headers)[0] ?? "\0");
}
