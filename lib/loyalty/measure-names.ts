import { formatNumber } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { HelpDto, InputDto, MeasureKey, TileDto } from "./figures.types";

const words = (locale: string) => staffWords(locale, "loyalty");

export function measureName(key: MeasureKey, locale: string): string {
  return words(locale)(`names.${key}`);
}

/** Of whom: "contracts", "top 2 of 5". */
export function measurePopulation(
  { key, topOf }: Pick<TileDto, "key" | "topOf">,
  locale: string,
): string {
  const t = words(locale);
  return topOf === null ? t(`populations.${key}`) : t("populations.topOf", topOf);
}

/** What would bring a figure, in a sentence. */
export function helpSentence({ code, minimum }: HelpDto, locale: string): string {
  return words(locale)(`help.${code}`, { minimum: formatNumber(minimum ?? 0, locale) });
}

const SHORT: Partial<Record<HelpDto["code"], "fewestAccounts" | "fewestAnswers">> = {
  fewAccounts: "fewestAccounts",
  fewAccountsAnswers: "fewestAccounts",
  fewAnswers: "fewestAnswers",
};

/** The same where the few themselves are not shown beside it. */
export function shortHelpSentence(help: HelpDto, locale: string): string {
  const short = SHORT[help.code];
  if (!short) return helpSentence(help, locale);
  return words(locale)(`help.${short}`, { minimum: formatNumber(help.minimum ?? 0, locale) });
}

/** What a number that went into a figure is: "Opening revenue", "Answers of 4 to 5 of 5". */
export function inputTerm({ term, topOf }: InputDto, locale: string): string {
  const { boxes, scale } = topOf ?? { boxes: 0, scale: 0 };
  return words(locale)(`terms.${term}`, { boxes, scale, low: scale - boxes + 1 });
}
