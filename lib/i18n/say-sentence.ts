import { type Language, toLanguage } from "./languages";
import da from "./sentences/da.json" with { type: "json" };
import fi from "./sentences/fi.json" with { type: "json" };
import nb from "./sentences/nb.json" with { type: "json" };
import sv from "./sentences/sv.json" with { type: "json" };

/** What is thrown or stored in English, by its pattern; `{name}` stands where it varies. */
export const SENTENCES: Record<Exclude<Language, "en">, Readonly<Record<string, string>>> = {
  da,
  sv,
  nb,
  fi,
};

type Pattern = {
  english: string;
  said: string;
  names: string[];
  /** Letters that do not vary: of two patterns that fit, the more exact one counts. */
  fixed: number;
  head: string;
  tail: string;
  expression: RegExp;
};

const PLACEHOLDER = /\{(\w+)\}/;

function toPattern([english, said]: [string, string]): Pattern {
  const parts = english.split(PLACEHOLDER);
  const texts = parts.filter((_, i) => i % 2 === 0);
  const escaped = texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return {
    english,
    said,
    names: parts.filter((_, i) => i % 2 === 1),
    fixed: texts.join("").length,
    head: texts[0] ?? "",
    tail: texts.at(-1) ?? "",
    expression: new RegExp(`^${escaped.join("(.+?)")}$`, "s"),
  };
}

type Book = { exact: ReadonlyMap<string, string>; patterns: readonly Pattern[] };
const books = new Map<string, Book>();

function bookOf(language: Exclude<Language, "en">): Book {
  const known = books.get(language);
  if (known) return known;
  const entries = Object.entries(SENTENCES[language]);
  const book = {
    exact: new Map(entries),
    patterns: entries
      .filter(([english]) => PLACEHOLDER.test(english))
      .map(toPattern)
      .sort((a, b) => b.fixed - a.fixed),
  };
  books.set(language, book);
  return book;
}

/** The entry that says this sentence, and what stands at its placeholders. */
export function findSentence(
  language: Exclude<Language, "en">,
  sentence: string,
): { english: string; said: string; values: Record<string, string> } | null {
  const { exact, patterns } = bookOf(language);
  const said = exact.get(sentence);
  if (said !== undefined) return { english: sentence, said, values: {} };
  for (const pattern of patterns) {
    if (!sentence.startsWith(pattern.head) || !sentence.endsWith(pattern.tail)) continue;
    const found = pattern.expression.exec(sentence);
    if (!found) continue;
    const values = pattern.names.map((name, i) => [name, found[i + 1] ?? ""]);
    return { english: pattern.english, said: pattern.said, values: Object.fromEntries(values) };
  }
  return null;
}

/**
 * An error as its reader reads it. Errors are thrown, logged and answered to machines in English; this
 * is asked where one is shown to a person. A sentence nobody translated stays English.
 */
export function saySentence(locale: string, sentence: string): string {
  const language = toLanguage(locale) ?? "en";
  if (language === "en") return sentence;
  const found = findSentence(language, sentence);
  if (!found) return sentence;
  const { exact } = bookOf(language);
  return found.said.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = found.values[name] ?? "";
    // In quotes stands what somebody wrote, never a word of ours.
    return found.english.includes(`“{${name}}”`) ? value : (exact.get(value) ?? value);
  });
}

/** Several sentences that were joined by blanks, such as all the faults of one row. */
export function saySentences(locale: string, text: string): string {
  const language = toLanguage(locale) ?? "en";
  if (language === "en") return text;
  if (bookOf(language).exact.has(text)) return saySentence(locale, text);
  const pieces = text.split(/(?<=[.!?]) (?=[\p{Lu}“])/u);
  const said: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    const ends = pieces.slice(from).map((_, i) => from + i + 1);
    // The shortest that is known: a pattern that begins with a placeholder would swallow its neighbours.
    const end = ends.find((to) => findSentence(language, pieces.slice(from, to).join(" ")));
    const to = end ?? from + 1;
    said.push(saySentence(locale, pieces.slice(from, to).join(" ")));
    from = to;
  }
  return said.join(" ");
}
