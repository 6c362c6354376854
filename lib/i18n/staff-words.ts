import { createTranslator, type IntlError } from "use-intl/core";
import { isProduction } from "@/lib/env";
import { toLanguage } from "./languages";
import { STAFF_MESSAGES, type StaffArea } from "./staff-messages";

/** A word that is missing or lacks a value: refused while we work, its key is shown to customers. */
export function onWordError(error: IntlError): void {
  if (!isProduction()) throw error;
}

function translatorOf<Area extends StaffArea>(locale: string, area: Area) {
  const language = toLanguage(locale) ?? "en";
  return createTranslator({
    locale: language,
    messages: STAFF_MESSAGES[language],
    namespace: area,
    onError: onWordError,
  });
}

/** Says the words of one area: `words("headline.allProven", { amount })`. */
export type StaffWords<Area extends StaffArea> = ReturnType<typeof translatorOf<Area>>;

const made = new Map<string, unknown>();

/**
 * For functions that make sentences, mails, jobs and tests; a component asks next-intl and gets the same.
 * Never in a part that runs in the browser: it would carry every language there.
 */
export function staffWords<Area extends StaffArea>(locale: string, area: Area): StaffWords<Area> {
  const key = `${toLanguage(locale) ?? "en"} ${area}`;
  const known = made.get(key) as StaffWords<Area> | undefined;
  if (known) return known;
  const words = translatorOf(locale, area);
  made.set(key, words);
  return words;
}
