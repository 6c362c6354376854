import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as metrics from "@/lib/metrics";

const project = fileURLToPath(new URL("../../..", import.meta.url));
const root = join(project, "lib/metrics");
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const page = oneLine(readFileSync(join(project, "docs/metrics.md"), "utf8"));
const sections = page.split(/ ###? /);

const docstrings = new Map<string, string>();
for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }))
  if (name.endsWith(".ts"))
    for (const [, comment = "", key = ""] of readFileSync(join(root, name), "utf8").matchAll(
      /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)/g,
    ))
      docstrings.set(key, oneLine(comment.replace(/^\s*\* ?/gm, "")));

/** Parts of a measure that are explained with it, not on a page of their own. */
const buildingBlocks = [
  "orderHistory",
  "partOfTotals",
  "typicalSpend",
  "gapsOf",
  "byWelcome",
  "joinedTotals",
  "sizeRegionStrata",
  "freshWallets",
  "recordedFrom",
  "pointsOf",
  "rhythmScore",
  "assessAccount",
  "callAndSignalDiffer",
  "clusteredShare",
  "clusteredContrast",
  "packedRevenueRate",
  "churnCounts",
  "churnOfParts",
  "accountStanding",
  "shareOf",
  "median",
  "medianOfSorted",
  "packedRatio",
  "customerSurvivalRows",
  "survivalAt",
  "riskTable",
  "rankingOf",
  "callAndSignalDiffer",
  "monthOfDay",
  "firstDayOfMonth",
  "lastWholeMonth",
  "shiftMonths",
  "callAndSignalDiffer",
];

describe("docstring, definition and documentation say the same", () => {
  const { measureDefinitions } = metrics;

  it("every public formula has exactly one definition", () => {
    const functions = Object.entries(metrics)
      .filter(([, value]) => typeof value === "function")
      .map(([name]) => name)
      .filter((name) => !buildingBlocks.includes(name));
    const keys = measureDefinitions.map(({ key }) => key);
    expect(keys.toSorted()).toEqual(functions.toSorted());
    expect(new Set(keys).size).toBe(keys.length);
  });

  for (const definition of measureDefinitions) {
    const { key, name, question, formula, example, liesWhen, source } = definition;

    it(`${key}: the docstring has the definition's name, question, formula and source`, () => {
      // A sentence on the page starts with a capital, after a colon in the docstring it does not.
      const text = docstrings.get(key) ?? "";
      const expected = `${name}: ${question} Formula: ${formula}`.toLowerCase();
      expect(text.toLowerCase().startsWith(expected)).toBe(true);
      expect(text).toContain(`@source ${source}`);
    });

    it(`${key}: the documentation has its section with formula, example, warning and source`, () => {
      const section = sections.find((one) => one.includes(`(\`${key}\`)`)) ?? "";
      expect(section.startsWith(`${name} *${question}*`)).toBe(true);
      for (const [title, text] of [
        ["Formula", formula],
        ["Example", example],
        ["When it lies", liesWhen],
        ["Source", source],
      ])
        expect(section).toContain(`**${title}.** ${text}`);
    });
  }
});
