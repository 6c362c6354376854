import { staffWords } from "@/lib/i18n/staff-words";
import { DIGESTS, LOCALES } from "./workspace-input";

type Choice = { value: string; label: string };
type ChoiceGroup = { label: string; options: Choice[] };

const COMMON = ["DKK", "SEK", "NOK", "EUR", "ISK", "GBP", "USD", "CHF", "PLN"];

/** Each as those who speak it write it, so that everybody finds the own. */
const LANGUAGES: Record<(typeof LOCALES)[number], string> = {
  en: "English",
  da: "Dansk",
  sv: "Svenska",
  nb: "Norsk bokmål",
  fi: "Suomi",
};

export function digestChoices(locale: string): Choice[] {
  const t = staffWords(locale, "settings");
  return DIGESTS.map((digest) => ({ value: digest, label: t(`profile.digests.${digest}`) }));
}

export function currencyChoices(locale: string): ChoiceGroup[] {
  const t = staffWords(locale, "settings");
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  const choice = (code: string) => ({ value: code, label: `${code}, ${names.of(code) ?? code}` });
  const others = Intl.supportedValuesOf("currency").filter((code) => !COMMON.includes(code));
  return [
    { label: t("workspace.commonCurrencies"), options: COMMON.map(choice) },
    { label: t("workspace.otherCurrencies"), options: others.map(choice) },
  ];
}

export function timeZoneChoices(): Choice[] {
  const zones = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

export function localeChoices(): Choice[] {
  return LOCALES.map((locale) => ({ value: locale, label: LANGUAGES[locale] }));
}
