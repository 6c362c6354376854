/** Languages a respondent is written to in. */
export const LANGUAGES = ["en", "da", "sv", "nb", "fi"] as const;
export type Language = (typeof LANGUAGES)[number];

const ALIASES: Record<string, Language> = { no: "nb", nn: "nb" };

function toLanguage(tag: string | null): Language | null {
  const base = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
  const known = LANGUAGES.find((language) => language === base);
  return known ?? ALIASES[base] ?? null;
}

/** The first of the wishes (contact, then workspace) that we write in, else English. */
export function chooseLanguage(...wishes: (string | null)[]): Language {
  for (const wish of wishes) {
    const language = toLanguage(wish);
    if (language) return language;
  }
  return "en";
}
