import { expect, test } from "vitest";
import { chooseLanguage, LANGUAGES } from "@/lib/i18n/languages";
import en from "@/lib/i18n/messages/en.json";
import {
  type RespondentKey,
  respondentDate,
  respondentPattern,
  respondentTexts,
} from "@/lib/i18n/respondent-text";

const KEYS = Object.entries(en.respondent).flatMap(([group, texts]) =>
  Object.keys(texts).map((name) => `${group}.${name}` as RespondentKey),
);

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
}

test("every sentence exists in all five languages with the same placeholders", () => {
  for (const language of LANGUAGES) {
    for (const key of KEYS) {
      const text = respondentPattern(language, key);
      expect(text, `${language} ${key}`).not.toBe("");
      expect(placeholders(text), `${language} ${key}`).toEqual(
        placeholders(respondentPattern("en", key)),
      );
    }
  }
});

test("no language has a sentence that English lacks", async () => {
  for (const language of LANGUAGES) {
    const file = await import(`@/lib/i18n/messages/${language}.json`);
    const texts = Object.entries(file.default.respondent as Record<string, object>);
    const keys = texts.flatMap(([group, t]) => Object.keys(t).map((name) => `${group}.${name}`));
    expect(keys).toEqual(KEYS);
  }
});

test("a placeholder without a value is an error, not a gap in a mail", () => {
  expect(() => respondentTexts("da")("mail.subject")).toThrow("company");
});

test("a value is put in as it is, also one that looks like a placeholder", () => {
  const text = respondentTexts("en")("mail.greeting", { firstName: "{company} $& \\1" });
  expect(text).toBe("Hello {company} $& \\1,");
});

test("a date is written as people of the language write it", () => {
  const dates = LANGUAGES.map((language) => respondentDate(language, "2026-10-14"));
  expect(dates).toEqual([
    "14 October",
    "14. oktober",
    "14 oktober",
    "14. oktober",
    "14. lokakuuta",
  ]);
});

test("the contact's language comes first, then the workspace's, then English", () => {
  expect(chooseLanguage("sv-FI", "fi")).toBe("sv");
  expect(chooseLanguage("de", "fi")).toBe("fi");
  expect(chooseLanguage(null, null)).toBe("en");
  expect(chooseLanguage("no")).toBe("nb");
  expect(chooseLanguage(" DA_dk ")).toBe("da");
});
