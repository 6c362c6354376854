import { DIGESTS, LOCALES } from "./workspace-input";

type Choice = { value: string; label: string };
type ChoiceGroup = { label: string; options: Choice[] };

const COMMON = ["DKK", "SEK", "NOK", "EUR", "ISK", "GBP", "USD", "CHF", "PLN"];

const LANGUAGES: Record<(typeof LOCALES)[number], string> = {
  en: "English",
  da: "Dansk",
  sv: "Svenska",
  nb: "Norsk bokmål",
  fi: "Suomi",
};

const DIGEST_WORDS: Record<(typeof DIGESTS)[number], string> = {
  daily: "Every morning",
  weekly: "On Mondays",
  none: "Never",
};

export function digestChoices(): Choice[] {
  return DIGESTS.map((digest) => ({ value: digest, label: DIGEST_WORDS[digest] }));
}

export function currencyChoices(): ChoiceGroup[] {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  const choice = (code: string) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` });
  const others = Intl.supportedValuesOf("currency").filter((code) => !COMMON.includes(code));
  return [
    { label: "Common", options: COMMON.map(choice) },
    { label: "All others", options: others.map(choice) },
  ];
}

export function timeZoneChoices(): Choice[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

export function localeChoices(): Choice[] {
  return LOCALES.map((locale) => ({ value: locale, label: LANGUAGES[locale] }));
}
