import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  comparisonOf,
  comparisons,
  conditionOn,
  subjectOf,
  withComparison,
} from "@/app/w/[workspace]/segments/_editor/condition-choices";
import {
  fromRule,
  highestId,
  isComplete,
  toRule,
} from "@/app/w/[workspace]/segments/_editor/rule-tree";
import { staffWords } from "@/lib/i18n/staff-words";
import { matchesRule, type SegmentSubject } from "@/lib/segments/match-rule";
import { FIGURES } from "@/lib/segments/segment-figures";
import type { SegmentCondition, SegmentRule } from "@/lib/segments/segment-rules";

const COUNTRIES = ["DK", "SE", "FI"];
const condition: fc.Arbitrary<SegmentCondition> = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    field: fc.constantFrom("country" as const, "industry" as const),
    is: fc.subarray(COUNTRIES),
  }),
  fc.record({
    kind: fc.constant("recorded" as const),
    field: fc.constantFrom("country" as const, "industry" as const),
  }),
  fc.constant({ kind: "hasContract" as const }),
  fc.record({
    kind: fc.constant("figure" as const),
    figure: fc.constantFrom("nps" as const, "monthsSinceOrder" as const),
    atLeast: fc.option(fc.integer({ min: 0, max: 10 })),
    atMost: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  fc.record({ kind: fc.constant("figureKnown" as const), figure: fc.constantFrom(...FIGURES) }),
  fc.record({
    kind: fc.constant("loyalty" as const),
    is: fc.subarray(["loyal" as const, "passive" as const, "unhappy" as const]),
  }),
);
const { rule } = fc.letrec<{ rule: SegmentRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: "medium" },
    condition,
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      rules: fc.array(tie("rule"), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), rule: tie("rule") }),
  ) as fc.Arbitrary<SegmentRule>,
}));
const subject: fc.Arbitrary<SegmentSubject> = fc
  .record({
    country: fc.constantFrom(null, ...COUNTRIES),
    industry: fc.constantFrom(null, ...COUNTRIES),
    hasContract: fc.boolean(),
    loyalty: fc.subarray(["loyal" as const, "passive" as const, "unhappy" as const]),
    value: fc.option(fc.integer({ min: 0, max: 10 })),
  })
  .map(({ country, industry, hasContract, loyalty, value }) => ({
    text: {
      name: "Grenaa Havn",
      country,
      industry,
      region: null,
      sizeBand: null,
      currency: "DKK",
      owner: null,
      acquiredBy: null,
    },
    customerSince: null,
    attributes: {},
    hasContract,
    productTypeIds: new Set<string>(),
    loyalty,
    hearing: null,
    revenueCurrency: "DKK",
    figure: () => value,
  }));

describe("the rule editor", () => {
  test("what is shown and stored again selects the same accounts", () => {
    fc.assert(
      fc.property(
        rule,
        subject,
        (stored, account) =>
          matchesRule(toRule(fromRule(stored)), account) === matchesRule(stored, account),
      ),
    );
  });

  test("storing twice changes nothing", () => {
    fc.assert(
      fc.property(rule, (stored) => {
        const once = toRule(fromRule(stored));
        expect(toRule(fromRule(once))).toEqual(once);
      }),
    );
  });

  test("every node has its own id, up to the highest", () => {
    fc.assert(
      fc.property(rule, (stored) => {
        const ids: number[] = [];
        const root = fromRule(stored);
        const collect = (node: (typeof root.children)[number]) => {
          ids.push(node.id);
          if (node.type === "group") node.children.forEach(collect);
        };
        collect(root);
        return new Set(ids).size === ids.length && Math.max(...ids) === highestId(root);
      }),
    );
  });

  test("a condition without a value is not complete, wherever it stands", () => {
    const empty: SegmentRule = { kind: "text", field: "country", is: [] };
    expect(isComplete(fromRule({ kind: "all", rules: [] }))).toBe(true);
    expect(isComplete(fromRule({ kind: "not", rule: { kind: "any", rules: [empty] } }))).toBe(
      false,
    );
  });

  test("every subject leads to a condition on that subject, with a comparison it offers", () => {
    for (const name of [
      "text:country",
      "attribute:Customer segment: A",
      "nameContains",
      "customerSince",
      "hasContract",
      "ownsProductType",
      "loyalty",
      "hearing",
      ...FIGURES.map((figure) => `figure:${figure}`),
    ]) {
      const made = conditionOn(name, "DKK");
      expect(subjectOf(made)).toBe(name);
      const offered = comparisons(made, staffWords("en", "segments")).map(({ value }) => value);
      for (const comparison of offered) {
        const next = withComparison(made, comparison, "DKK");
        expect(comparisonOf(next.condition, next.isNegated)).toBe(comparison);
      }
    }
  });

  test("going from a value to known and back keeps the figure and begins with no bound", () => {
    for (const figure of FIGURES) {
      const made = conditionOn(`figure:${figure}`, "SEK");
      const known = withComparison(made, "recorded", "SEK").condition;
      expect(known).toEqual({ kind: "figureKnown", figure });
      expect(withComparison(known, "is", "SEK").condition).toEqual(made);
      expect(isComplete(fromRule(made))).toBe(false);
      expect(isComplete(fromRule(known))).toBe(true);
    }
  });
});
