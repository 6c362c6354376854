import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchesRule, type SegmentSubject } from "@/lib/segments/match-rule";
import {
  FIGURE_RANGES,
  FIGURES,
  type FigureName,
  type PlainFigure,
} from "@/lib/segments/segment-figures";
import { type SegmentRule, segmentRulesSchema } from "@/lib/segments/segment-rules";

const KNOWN: Partial<Record<FigureName, number>> = {
  nps: 50,
  lastScore: 9,
  monthsSinceOrder: 3,
  runningRevenue: 1_000_000,
  shareOfWallet: 0.3,
};

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
  loyalty: ["passive", "unhappy"],
  hearing: "silent",
  revenueCurrency: "DKK",
  figure: (name) => KNOWN[name] ?? null,
};

function figure(
  name: PlainFigure,
  atLeast: number | null,
  atMost: number | null = null,
): SegmentRule {
  return { kind: "figure", figure: name, atLeast, atMost };
}

function revenue(atLeastMinor: number | null, currency = "DKK"): SegmentRule {
  return { kind: "runningRevenue", currency, atLeastMinor, atMostMinor: null };
}

const country = (...is: string[]): SegmentRule => ({ kind: "text", field: "country", is });

const conditions = fc.constantFrom<SegmentRule>(
  country("DK"),
  country("SE"),
  { kind: "text", field: "region", is: ["North"] },
  { kind: "recorded", field: "region" },
  { kind: "hasContract" },
  { kind: "nameContains", text: "havn" },
  { kind: "loyalty", is: ["passive"] },
  { kind: "hearing", is: ["notAsked"] },
  figure("nps", 20),
  figure("daysToDecision", 0, 90),
  { kind: "figureKnown", figure: "daysToDecision" },
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
    ["a state", { kind: "loyalty", is: ["loyal", "passive"] }, true],
    ["the part of a state", { kind: "loyalty", is: ["unhappy"] }, true],
    ["the other part", { kind: "loyalty", is: ["lukewarm"] }, false],
    ["silence", { kind: "hearing", is: ["silent"] }, true],
    ["another silence", { kind: "hearing", is: ["notAsked"] }, false],
    ["at least its own value", figure("lastScore", 9), true],
    ["at least a larger one", figure("lastScore", 10), false],
    ["at most its own value", figure("monthsSinceOrder", null, 3), true],
    ["at most a smaller one", figure("monthsSinceOrder", null, 2), false],
    ["between two", figure("shareOfWallet", 0.2, 0.3), true],
    ["an amount", revenue(1_000_000), true],
    ["an amount in another currency", revenue(1, "SEK"), false],
    ["a figure that is known", { kind: "figureKnown", figure: "nps" }, true],
    ["a figure that is not", { kind: "figureKnown", figure: "daysToDecision" }, false],
  ])("%s", (_title, rule, expected) => {
    expect(matchesRule(rule, SUBJECT)).toBe(expected);
  });
});

describe("a figure that is not known", () => {
  const unknown: SegmentSubject = { ...SUBJECT, figure: () => null };

  test("lies neither at least nor at most anywhere, however wide the bounds", () => {
    for (const [name, { min, max }] of Object.entries(FIGURE_RANGES)) {
      const of = name as PlainFigure;
      for (const rule of [figure(of, min), figure(of, null, max), figure(of, min, max)])
        expect(matchesRule(rule, unknown)).toBe(false);
    }
    const least = Number.MIN_SAFE_INTEGER;
    expect(matchesRule(revenue(least), unknown)).toBe(false);
  });

  test("is found by asking whether it is known, and by nothing else", () => {
    for (const name of FIGURES) {
      const known: SegmentRule = { kind: "figureKnown", figure: name };
      expect(matchesRule(known, unknown)).toBe(false);
      expect(matchesRule({ kind: "not", rule: known }, unknown)).toBe(true);
    }
  });

  test("a known figure is at least or at most any bound, an unknown one neither", () => {
    const bounds = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(bounds, fc.option(bounds), (bound, value) => {
        const subject: SegmentSubject = { ...SUBJECT, figure: () => value };
        const is = (rule: SegmentRule) => matchesRule(rule, subject);
        const either = is(figure("nps", bound)) || is(figure("nps", null, bound));
        expect(either).toBe(value !== null);
        expect(is({ kind: "figureKnown", figure: "nps" })).toBe(value !== null);
      }),
    );
  });
});

describe("nesting", () => {
  test("not of not is the rule itself", () => {
    fc.assert(
      fc.property(tree, (rule) => {
        const twice: SegmentRule = { kind: "not", rule: { kind: "not", rule } };
        expect(matchesRule(twice, SUBJECT)).toBe(matchesRule(rule, SUBJECT));
      }),
    );
  });

  test("the order of the parts changes nothing", () => {
    const parts = fc.array(tree, { maxLength: 5 });
    fc.assert(
      fc.property(
        parts.chain((rules) =>
          fc.tuple(
            fc.constant(rules),
            fc.shuffledSubarray(rules, { minLength: rules.length }),
            fc.constantFrom("all" as const, "any" as const),
          ),
        ),
        ([rules, shuffled, kind]) => {
          const given = matchesRule({ kind, rules }, SUBJECT);
          expect(matchesRule({ kind, rules: shuffled }, SUBJECT)).toBe(given);
        },
      ),
    );
  });

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
  test("says what is wrong with the bounds of a figure, wherever it stands", () => {
    const rules = { kind: "not", rule: { kind: "all", rules: [figure("nps", 10, 0)] } };
    const messages = segmentRulesSchema.safeParse(rules).error?.issues.map((i) => i.message);
    expect(messages).toEqual(["Give a smallest value that is not above the largest."]);
  });

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
    ["a figure without a bound", figure("nps", null)],
    ["bounds the wrong way round", figure("nps", 10, 0)],
    ["a score that no answer has", figure("lastScore", 11)],
    ["a share in percent", figure("shareOfWallet", 30)],
    ["running revenue as a bare number", { kind: "figure", figure: "runningRevenue", atLeast: 1 }],
    [
      "an amount without a currency",
      { kind: "runningRevenue", atLeastMinor: 1, atMostMinor: null },
    ],
    ["a fraction of a minor unit", revenue(0.5)],
    ["a state that does not exist", { kind: "loyalty", is: ["happy"] }],
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
