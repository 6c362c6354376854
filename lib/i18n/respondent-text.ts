import type { Language } from "./languages";
import da from "./messages/da.json" with { type: "json" };
import en from "./messages/en.json" with { type: "json" };
import fi from "./messages/fi.json" with { type: "json" };
import nb from "./messages/nb.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

type Texts = typeof en.respondent;
type Group = keyof Texts;
export type RespondentKey = {
  [G in Group]: `${G}.${Extract<keyof Texts[G], string>}`;
}[Group];
export type RespondentTexts = (key: RespondentKey, values?: Record<string, string>) => string;

const TEXTS: Record<Language, Texts> = {
  en: en.respondent,
  da: da.respondent,
  sv: sv.respondent,
  nb: nb.respondent,
  fi: fi.respondent,
};

/** The pattern as written, placeholders and all. */
export function respondentPattern(language: Language, key: RespondentKey): string {
  const [group, name] = key.split(".") as [Group, string];
  return (TEXTS[language][group] as Record<string, string>)[name] ?? "";
}

/** What a mail or page says to a respondent. @throws Error when a placeholder has no value. */
export function respondentTexts(language: Language): RespondentTexts {
  return (key, values = {}) =>
    respondentPattern(language, key).replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key} needs a value for {${name}}`);
      return value;
    });
}

// English dates are written day first, as the other four do.
const DATE_LOCALES: Record<Language, string> = {
  en: "en-GB",
  da: "da",
  sv: "sv",
  nb: "nb",
  fi: "fi",
};

/** "14 October", "14. oktober": the day of an ISO date, as people of that language write it. */
export function respondentDate(language: Language, isoDay: string): string {
  return new Intl.DateTimeFormat(DATE_LOCALES[language], {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${isoDay}T00:00:00.000Z`));
}

/** "14 October 2026": a day that may be of another year. */
export function respondentFullDate(language: Language, isoDay: string): string {
  return new Intl.DateTimeFormat(DATE_LOCALES[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${isoDay}T00:00:00.000Z`));
}
