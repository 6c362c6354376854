import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { STAFF_MESSAGES, type StaffArea } from "@/lib/i18n/staff-messages";
import { staffWords } from "@/lib/i18n/staff-words";

type Tree = { readonly [key: string]: string | Tree };
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const AREAS = Object.keys(STAFF_MESSAGES.en) as StaffArea[];

function leaves(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : leaves(value, `${path}${key}.`),
  );
}

/** Names of what a sentence is given: values, counts and marked parts. */
function givenTo(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const inner: Element[] = [];
    if ("options" in element)
      for (const { value } of Object.values(element.options)) inner.push(...value);
    if ("children" in element) inner.push(...element.children);
    const isNamed = "value" in element && element.type !== 0;
    return [...(isNamed ? [element.value] : []), ...givenTo(inner)];
  });
}

function names(text: string, language: string): string[] {
  return [...new Set(givenTo(new IntlMessageFormat(text, language).getAst()))].sort();
}

describe.each(AREAS)("the words of %s", (area) => {
  const english = leaves(STAFF_MESSAGES.en[area]);

  test.each(LANGUAGES)("are the same keys in %s, none of them empty", (language) => {
    const own = leaves(STAFF_MESSAGES[language][area]);
    expect(own.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort());
    expect(own.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test.each(LANGUAGES)("are given the same values in %s as in English", (language) => {
    const own = new Map(leaves(STAFF_MESSAGES[language][area]));
    for (const [key, text] of english) {
      expect(names(own.get(key) ?? "", language), key).toEqual(names(text, "en"));
    }
  });
});

test("a count takes the form that its language has for it", () => {
  expect(staffWords("en", "shell")("needSomebody", { count: 1 })).toBe("1 needs somebody");
  expect(staffWords("en-GB", "shell")("needSomebody", { count: 1200 })).toBe("1,200 need somebody");
  expect(staffWords("da", "shell")("needSomebody", { count: 1200 })).toMatch(/^1\.200 venter/);
});

test("a language nobody wrote words for reads English", () => {
  expect(staffWords("de", "shell")("menu")).toBe(staffWords("en", "shell")("menu"));
});

test("a sentence that lacks a value is an error, not a gap on a page", () => {
  const words = staffWords("en", "shell") as unknown as (key: string) => string;
  expect(() => words("needSomebody")).toThrow();
  expect(() => words("noSuchWord")).toThrow();
});
