import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesRule, type SegmentSubject } from "@/lib/segments/match-rule";
import { type SegmentRule, segmentRulesSchema } from "@/lib/segments/segment-rules";

const SUBJECT: SegmentSubject = {
  text: {
    name: "Grenaa Havn",
    country: "DK",
    region: null,
    industry: "Ports",
    sizeBand: "50-200",
    currency: "DKK",
    owner: "holm",
    acquiredBy: "referral",
  },
  customerSince: "2019-05-01",
  attributes: { tier: "Gold" },
  hasContract: true,
  productTypeIds: new Set(["pumps"]),
};

const country = (...is: string[]): SegmentRule => ({ kind: "text", field: "country", is });

const conditions = fc.constantFrom<SegmentRule>(
  country("DK"),
  country("SE"),
  { kind: "text", field: "region", is: ["North"] },
  { kind: "recorded", field: "region" },
  { kind: "hasContract" },
  { kind: "nameContains", text: "havn" },
);

const { tree } = fc.letrec<{ tree: SegmentRule }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    conditions,
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      rules: fc.array(tie("tree"), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant("not" as const), rule: tie("tree") }),
  ),
}));

describe("conditions", () => {
  test.each<[string, SegmentRule, boolean]>([
    ["one of several values, whatever the case", country("se", "dk"), true],
    ["another value", country("SE"), false],
    ["a part of the name", { kind: "nameContains", text: "HAVN" }, true],
    ["a value that is not recorded", { kind: "text", field: "region", is: ["North"] }, false],
    ["since before a date", { kind: "customerSince", from: null, until: "2019-05-02" }, true],
    ["until is exclusive", { kind: "customerSince", from: null, until: "2019-05-01" }, false],
    ["from is inclusive", { kind: "customerSince", from: "2019-05-01", until: null }, true],
    ["a custom attribute", { kind: "attribute", key: "tier", is: ["gold"] }, true],
    ["an attribute nobody has", { kind: "attribute", key: "constructor", is: ["x"] }, false],
    ["a running contract", { kind: "hasContract" }, true],
    ["a product type", { kind: "ownsProductType", productTypeIds: ["valves", "pumps"] }, true],
  ])("%s", (_title, rule, expected) => {
    expect(matchesRule(rule, SUBJECT)).toBe(expected);
  });
});

describe("nesting", () => {
  test("not is the complement, so what is not recorded is found by not", () => {
    fc.assert(
      fc.property(tree, (rule) => {
        expect(matchesRule({ kind: "not", rule }, SUBJECT)).toBe(!matchesRule(rule, SUBJECT));
      }),
    );
  });

  test("all of nothing is everybody, any of nothing nobody", () => {
    expect(matchesRule({ kind: "all", rules: [] }, SUBJECT)).toBe(true);
    expect(matchesRule({ kind: "any", rules: [] }, SUBJECT)).toBe(false);
  });

  test("not all is any not (De Morgan), in whatever order the parts stand", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (rules) => {
        const negated = rules.map((rule): SegmentRule => ({ kind: "not", rule })).reverse();
        const left = matchesRule({ kind: "not", rule: { kind: "all", rules } }, SUBJECT);
        expect(matchesRule({ kind: "any", rules: negated }, SUBJECT)).toBe(left);
      }),
    );
  });
});

describe("the schema of rules", () => {
  test("keeps what it accepts", () => {
    const rules: SegmentRule = {
      kind: "all",
      rules: [country("DK"), { kind: "not", rule: { kind: "hasContract" } }],
    };
    expect(segmentRulesSchema.parse(rules)).toEqual(rules);
  });

  test.each([
    ["an unknown kind", { kind: "score" }],
    ["a condition without a value", { kind: "text", field: "country", is: [] }],
    ["a field that does not exist", { kind: "text", field: "password", is: ["x"] }],
    ["a date that does not exist", { kind: "customerSince", from: "2026-02-30", until: null }],
    ["nothing", null],
  ])("refuses %s", (_title, rules) => {
    expect(segmentRulesSchema.safeParse(rules).success).toBe(false);
  });

  test("refuses rules nested too deep instead of running out of stack", () => {
    let rule: SegmentRule = { kind: "hasContract" };
    for (let level = 0; level < 5_000; level += 1) rule = { kind: "not", rule };
    const result = segmentRulesSchema.safeParse(rule);
    expect(result.error?.issues[0]?.message).toBe("Nest conditions at most five levels deep.");
  });
});
