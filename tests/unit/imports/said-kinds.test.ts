import { expect, test } from "vitest";
import { LANGUAGES } from "@/lib/i18n/languages";
import { saySentence } from "@/lib/i18n/say-sentence";
import { ALL_KINDS } from "@/lib/imports/kinds/all-kinds";
import { IMPORT_KINDS } from "@/lib/imports/kinds/import-kind";
import { sayKind } from "@/lib/imports/kinds/say-kind";

test.each(IMPORT_KINDS)("%s are called in English as their definition says", (name) => {
  const { label, about, fields } = ALL_KINDS[name];
  expect(sayKind("en", name)).toEqual({ label, about, fields });
});

test("another language names the fields and leaves what files are known by", () => {
  const [id] = sayKind("fi", "accounts").fields;
  expect(id?.label).toBe("Asiakkaan tunnus");
  expect(id?.synonyms).toEqual(ALL_KINDS.accounts.fields[0]?.synonyms);
});

test.each(LANGUAGES)("a field is called in %s as the faults of its rows call it", (language) => {
  for (const name of IMPORT_KINDS) {
    const said = sayKind(language, name).fields;
    for (const [i, { label }] of ALL_KINDS[name].fields.entries()) {
      expect(said[i]?.label).toBe(saySentence(language, label));
    }
  }
});
