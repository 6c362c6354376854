import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as metrics from "@/lib/metrics";

const root = fileURLToPath(new URL("../../../lib/metrics", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);
const sources = files.map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

type Docs = { file: string; name: string; text: string };

function documented(): Docs[] {
  return sources.flatMap(({ name: file, text }) =>
    [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:function|const) (\w+)/g)].map(
      ([, comment = "", name = ""]) => ({
        file,
        name,
        text: comment.replace(/^\s*\* ?/gm, ""),
      }),
    ),
  );
}

function evaluate(expression: string): unknown {
  return new Function(...Object.keys(metrics), `"use strict"; return (${expression});`)(
    ...Object.values(metrics),
  );
}

/** Numbers agree to the digits the example prints. */
function matches(actual: unknown, printed: string): void {
  const expected = evaluate(printed);
  const digits = Math.max(0, ...[...printed.matchAll(/\.(\d+)/g)].map((m) => m[1]?.length ?? 0));
  const round = (value: unknown): unknown => {
    if (typeof value === "number") return Number(value.toFixed(digits));
    if (Array.isArray(value)) return value.map(round);
    if (value !== null && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, round(inner)]));
    return value;
  };
  expect(round(actual)).toEqual(round(expected));
}

describe("the examples in the docstrings are true", () => {
  for (const { name, text, file } of documented())
    for (const [, expression = "", printed = ""] of text.matchAll(/@example (.+?) \/\/ => (.+)/g))
      it(`${file} ${name}: ${expression.slice(0, 60)}`, () => {
        matches(evaluate(expression), printed);
      });
});

describe("every public formula is documented in full", () => {
  const docs = new Map(documented().map((entry) => [entry.name, entry.text]));
  const functions = Object.entries(metrics).filter(([, value]) => typeof value === "function");
  const calendar = ["monthOfDay", "firstDayOfMonth", "lastWholeMonth", "shiftMonths"];
  for (const [name] of functions.filter(([key]) => !calendar.includes(key)))
    it(`${name} says what it answers, its formula, its empty rule, source and example`, () => {
      const text = docs.get(name) ?? "";
      for (const part of ["?", "Formula:", "@param", "@returns", "Empty:", "@throws", "@source"])
        expect(text).toContain(part);
      expect(text).toMatch(/@example .+ \/\/ => .+/);
    });
});
