const BY_WORD = new Map<string, string>([
  ...["en", "eng", "english", "engelsk", "engelska", "englanti"].map((w) => [w, "en"] as const),
  ...["da", "dan", "danish", "dansk", "danska", "tanska"].map((w) => [w, "da"] as const),
  ...["sv", "se", "swe", "swedish", "svensk", "svenska", "ruotsi"].map((w) => [w, "sv"] as const),
  ...["nb", "no", "nor", "nn", "norwegian", "norsk", "norska", "norja"].map(
    (w) => [w, "nb"] as const,
  ),
  ...["fi", "fin", "finnish", "finsk", "finska", "suomi"].map((w) => [w, "fi"] as const),
]);

/** One of the languages answers are asked in, or null. Regional tags (da-DK) count as their language. */
export function parseLanguage(text: string): string | null {
  const word = text.trim().toLowerCase();
  return BY_WORD.get(word) ?? BY_WORD.get(word.split(/[-_]/)[0] ?? "") ?? null;
}
