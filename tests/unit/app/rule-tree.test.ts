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
  })
  .map(({ country, industry, hasContract }) => ({
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
    ]) {
      const made = conditionOn(name);
      expect(subjectOf(made)).toBe(name);
      const offered = comparisons(made, staffWords("en", "segments")).map(({ value }) => value);
      for (const comparison of offered) {
        const next = withComparison(made, comparison);
        expect(comparisonOf(next.condition, next.isNegated)).toBe(comparison);
      }
    }
  });
});
