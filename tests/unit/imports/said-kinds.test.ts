import { expect, test } from "vitest";
import { ALL_KINDS } from "@/lib/imports/kinds/all-kinds";
import { IMPORT_KINDS } from "@/lib/imports/kinds/import-kind";
import { sayKind } from "@/lib/imports/kinds/say-kind";

test.each(IMPORT_KINDS)("%s are called in English as their definition says", (name) => {
  const { label, about, fields } = ALL_KINDS[name];
  expect(sayKind("en", name)).toEqual({ label, about, fields });
});

test("another language names the fields and leaves what files are known by", () => {
  const [id] = sayKind("fi", "accounts").fields;
  expect(id?.label).toBe("Asiakastunnus");
  expect(id?.synonyms).toEqual(ALL_KINDS.accounts.fields[0]?.synonyms);
});
