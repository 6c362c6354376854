import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { speakPlainly } from "@/lib/i18n/field-sentence";
import { saySentence } from "@/lib/i18n/say-sentence";

beforeAll(speakPlainly);

function told(schema: z.ZodType, value: unknown): string {
  return schema.safeParse(value).error?.issues[0]?.message ?? "nothing";
}

describe("a field whose schema says nothing of its own", () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ["is missing", z.string(), undefined, "Fill this in."],
    ["is empty", z.string().min(1), "", "Fill this in."],
    ["is too short", z.string().min(3), "ab", "Use at least 3 characters."],
    ["is too long", z.string().max(3), "abcd", "Use at most 3 characters."],
    ["is too small", z.number().min(1), 0, "Give at least 1."],
    ["is too large", z.number().max(10), 11, "Give at most 10."],
    ["holds too little", z.array(z.string()).min(1), [], "Choose at least 1."],
    ["holds too much", z.array(z.string()).max(1), ["a", "b"], "Choose at most 1."],
    ["is no address", z.email(), "x", "Enter an e-mail address such as name@company.com."],
    ["is no link", z.url(), "x", "Give a whole address that begins with https://."],
    ["is no id", z.uuid(), "x", "Choose it again from the list."],
    ["is not offered", z.enum(["a", "b"]), "c", "Choose one from the list."],
    ["is of another kind", z.number(), "x", "This cannot be read. Write it another way."],
    [
      "fits nothing",
      z.union([z.number(), z.boolean()]),
      "x",
      "This cannot be read. Write it another way.",
    ],
  ])("that %s is told in our words, in every language", (_, schema, value, sentence) => {
    expect(told(schema, value)).toBe(sentence);
    for (const language of ["da", "sv", "nb", "fi"]) {
      expect(saySentence(language, sentence)).not.toBe(sentence);
    }
  });

  test("that has words of its own is told those", () => {
    expect(told(z.string({ error: "Give the day." }), undefined)).toBe("Give the day.");
  });
});
