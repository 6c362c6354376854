/** Languages a respondent is written to in. */
export const LANGUAGES = ["en", "da", "sv", "nb", "fi"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each as those who speak it write it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: "English",
  da: "Dansk",
  sv: "Svenska",
  nb: "Norsk",
  fi: "Suomi",
};

const ALIASES: Record<string, Language> = { no: "nb", nn: "nb" };

/** "da-DK" is Danish; null for a language nobody is written to in. */
export function toLanguage(tag: string | null): Language | null {
  const base = tag?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
  const known = LANGUAGES.find((language) => language === base);
  return known ?? ALIASES[base] ?? null;
}

/** The first of the wishes (contact, account, workspace) that we write in, else English. */
export function chooseLanguage(...wishes: (string | null)[]): Language {
  for (const wish of wishes) {
    const language = toLanguage(wish);
    if (language) return language;
  }
  return "en";
}

const BY_COUNTRY: Record<string, Language> = {
  DK: "da",
  GL: "da",
  FO: "da",
  SE: "sv",
  AX: "sv",
  NO: "nb",
  SJ: "nb",
  FI: "fi",
};

/** What an account's people are written to in where nobody said: outside the Nordics English. */
export function countryLanguage(country: string | null): Language | null {
  return country === null ? null : (BY_COUNTRY[country.toUpperCase()] ?? "en");
}
