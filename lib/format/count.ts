import { formatNumber } from "./number";

/** "1 account", "174 accounts": the count and its word. */
export function formatCount(
  count: number,
  one: string,
  many: string = `${one}s`,
  locale = "en",
): string {
  return `${formatNumber(count, locale)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c" */
export function joinWords(words: readonly string[], locale = "en-GB"): string {
  return new Intl.ListFormat(locale === "en" ? "en-GB" : locale).format(words);
}

/** First letter large, for words that start a sentence. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A short date or amount may end in a stop of its own ("1. nov.", "5,2 mio."): the sentence has one. */
export function oneStop(text: string): string {
  return text.replace(/\.\.(?=\s|$)/g, ".");
}
