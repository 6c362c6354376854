import { describe, expect, test } from "vitest";
import { findSentence, SENTENCES, saySentence, saySentences } from "@/lib/i18n/say-sentence";
import { collectSentences } from "../../support/sentences/collect-sentences";

const LANGUAGES = ["da", "sv", "nb", "fi"] as const;
type Spoken = (typeof LANGUAGES)[number];

const { sentences, unread } = collectSentences();
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

/** The sentence with something at its placeholders that no translation knows. */
function sampleOf(pattern: string): string {
  return pattern.replace(/\{(\w+)\}/g, "Xq$1");
}

/** A whole English sentence is no value: only samples, numbers, dates and times stand at a placeholder. */
function isValue(text: string): boolean {
  return /^(Xq\w+|[\d.,:-]+|\{\w+\})$/.test(text);
}

/** The entry that says a collected sentence, or null where nobody translated it. */
function entryOf(language: Spoken, pattern: string): string | null {
  const found = findSentence(language, pattern) ?? findSentence(language, sampleOf(pattern));
  if (!found) return null;
  if (found.english === pattern) return pattern;
  const again = findSentence(language, sampleOf(pattern));
  return again && Object.values(again.values).every(isValue) ? again.english : null;
}

test("every place that tells a reader something can be read", () => {
  expect(unread).toEqual([]);
  expect(sentences.length).toBeGreaterThan(300);
});

test("a sentence is followed to its caller, its constant and what a function returns", () => {
  const said = new Set(sentences.map(({ text }) => text));
  for (const text of [
    "There is no such account.",
    "Keep the first name under {max} characters.",
    "Another segment has this name. Choose a different one.",
    "Too many tries. Wait {minutes} minutes and try again.",
    "{field} is longer than {max} characters.",
    "This is a PDF. Export the table as CSV instead.",
  ]) {
    expect(said).toContain(text);
  }
});

describe.each(LANGUAGES)("what the code says, in %s", (language) => {
  test("is translated, every sentence of it", () => {
    const missing = sentences.filter(({ text }) => entryOf(language, text) === null);
    const lines = missing.map(({ text }) => `  ${JSON.stringify(text)}: "",`).sort();
    const places = missing.map(({ text, at }) => `${at} says: ${text}`).sort();
    const lack = `lib/i18n/sentences/${language}.json lacks:`;
    const hint = "A file that answers only machines is named in tests/support/sentences instead.";
    if (lines.length > 0) throw new Error([lack, ...lines, hint, ...places].join("\n"));
  });

  test("is all there is: no translation of what nobody says any more", () => {
    const used = new Set(sentences.map(({ text }) => entryOf(language, text)));
    const idle = Object.keys(SENTENCES[language]).filter((english) => !used.has(english));
    expect(idle, "take these out of every language").toEqual([]);
  });

  test("keeps the values of the English sentence, and no sentence is empty", () => {
    for (const [english, said] of Object.entries(SENTENCES[language])) {
      expect(said.trim(), english).not.toBe("");
      expect(names(said).sort(), english).toEqual(names(english).sort());
    }
  });

  test("is recognised as itself: no sentence is taken for another", () => {
    for (const english of Object.keys(SENTENCES[language])) {
      expect(findSentence(language, sampleOf(english))?.english).toBe(english);
    }
  });
});

test("the languages hold the same sentences", () => {
  const [first, ...others] = LANGUAGES.map((language) => Object.keys(SENTENCES[language]).sort());
  for (const own of others) expect(own).toEqual(first);
});

test("English, and a sentence nobody translated, stay as they were thrown", () => {
  expect(saySentence("en-GB", "There is no such account.")).toBe("There is no such account.");
  expect(saySentence("de", "There is no such account.")).toBe("There is no such account.");
  expect(saySentence("da", "A sentence from another time.")).toBe("A sentence from another time.");
});

test("what varies stands in the translation, words of ours in its language", () => {
  expect(saySentence("da-DK", "Use at most 120 characters.")).toBe("Brug højst 120 tegn.");
  expect(saySentence("da", "Order date is empty; every row needs it.")).toBe(
    "Ordredato mangler; hver række skal have det udfyldt.",
  );
  expect(saySentence("fi", "Archive the survey “Region” first: it asks about it.")).toContain(
    "”Region”",
  );
});

test("several faults of one row are several sentences", () => {
  const faults =
    "Account id is empty; every row needs it. Amount is no number in the chosen form (like 1,234.56); leave out currency signs. Contract id names no contract. Add it, or empty the cell.";
  expect(saySentences("sv", faults)).toBe(
    [
      "Kund-id saknas; varje rad måste ha det ifyllt.",
      "Belopp är inget tal i den valda formen (som 1,234.56); utelämna valutatecken.",
      "Avtals-id motsvarar inget avtal. Lägg till det eller töm cellen.",
    ].join(" "),
  );
  expect(saySentences("en", faults)).toBe(faults);
  expect(saySentences("sv", "Unknown words. The file is empty.")).toBe(
    "Unknown words. Filen är tom.",
  );
});
