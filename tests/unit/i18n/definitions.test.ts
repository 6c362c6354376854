import { describe, expect, test } from "vitest";
import { DEFINITION_TEXTS, type DefinitionTexts } from "@/lib/i18n/definition-texts";
import { ACCOUNT_DEFINITIONS, definitionsOf } from "@/lib/loyalty/definitions";
import { measureDefinitions } from "@/lib/metrics";

const LANGUAGES = ["da", "sv", "nb", "fi"] as const;
const PARTS = ["name", "question", "formula", "example", "liesWhen"] as const;

/** How each language groups thousands and marks decimals; Danish as 1.234,5, the others with a blank. */
const WRITTEN = {
  en: { number: /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+/g, group: ",", mark: "." },
  da: { number: /\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d*,\d+|\d+/g, group: ".", mark: "," },
  sv: { number: /\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|\d*,\d+|\d+/g, group: "\u00a0", mark: "," },
  nb: { number: /\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|\d*,\d+|\d+/g, group: "\u00a0", mark: "," },
  fi: { number: /\d{1,3}(?:\u00a0\d{3})+(?:,\d+)?|\d*,\d+|\d+/g, group: "\u00a0", mark: "," },
} as const;

function numbersIn(text: string, language: keyof typeof WRITTEN): number[] {
  const { number, group, mark } = WRITTEN[language];
  const found = text.replaceAll("..", " ").match(number) ?? [];
  return found
    .map((one) => Number(one.replaceAll(group, "").replace(mark, ".")))
    .sort((a, b) => a - b);
}

/** The names of variables and what binds them: what a formula computes, whatever words stand around it. */
function signsIn(text: string): string[] {
  return (text.match(/[()[\]^=<>²]|\bln\b|\bexp\b|\blog(?=\()/g) ?? []).sort();
}

test("numbers are read as each language writes them", () => {
  expect(numbersIn("1,000 at .50 and 2.5", "en")).toEqual([0.5, 2.5, 1000]);
  expect(numbersIn("1.000 ved 0,50 og 2,5", "da")).toEqual([0.5, 2.5, 1000]);
  expect(numbersIn("1\u00a0000 vid 0,50 och 2,5", "sv")).toEqual([0.5, 2.5, 1000]);
});

describe.each(LANGUAGES)("the definitions in %s", (language) => {
  const own: Readonly<Record<string, DefinitionTexts>> = DEFINITION_TEXTS[language];

  test("are those of the measures there are, each with all its texts", () => {
    const keys = measureDefinitions.map(({ key }) => key);
    expect(Object.keys(own).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      for (const part of PARTS) expect(own[key]?.[part].trim(), `${key}.${part}`).toBeTruthy();
    }
  });

  test.each(measureDefinitions)(
    "$key computes with the numbers and signs of the English",
    (english) => {
      const said = own[english.key];
      for (const part of PARTS) {
        const text = said?.[part] ?? "";
        expect(numbersIn(text, language), part).toEqual(numbersIn(english[part], "en"));
      }
      expect(signsIn(said?.formula ?? "")).toEqual(signsIn(english.formula));
    },
  );

  test("are what a page explains its figures with, beside the same source", () => {
    const english = definitionsOf(ACCOUNT_DEFINITIONS, "en-GB");
    const shown = definitionsOf(ACCOUNT_DEFINITIONS, language);
    expect(shown.map(({ key }) => key)).toEqual(english.map(({ key }) => key));
    shown.forEach((definition, i) => {
      expect(definition.source).toBe(english[i]?.source);
      expect(definition.question).toBe(own[definition.key]?.question);
      expect(definition.question).not.toBe(english[i]?.question);
      expect(definition).not.toHaveProperty("example");
    });
  });
});
