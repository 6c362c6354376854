import { describe, expect, it } from "vitest";
import {
  type AccountHistory,
  accountStanding,
  type LoyaltyState,
  type OrderRow,
  type Tag,
} from "@/lib/metrics";
import {
  account,
  asked,
  asOf,
  assess,
  better,
  context,
  contract,
  contractChanged,
  csat,
  day,
  notSure,
  nps,
  orders,
  person,
  spread,
  yes,
} from "./builders";

type Case = {
  title: string;
  history: Partial<AccountHistory> & { rows?: readonly OrderRow[] };
  behaviour: number | null;
  attitude: number | null;
  state: LoyaltyState;
  part?: "unhappy" | "lukewarm";
  reason?: string;
  tags?: Tag[];
  mark?: "filled" | "ring";
};

const signer = (...values: Parameters<typeof person>[1]) => person("decisionMaker", values);
const flat = [contract()];
const regular = [...spread(12, 0), ...spread(12, 12)];
const everyMonthUntil94DaysAgo = orders(
  Array.from({ length: 20 }, (_, i) => asOf - 94 - 31 * (19 - i)),
);

const cases: Case[] = [
  {
    title: "1 contract flat; decision-maker NPS 9, yes",
    history: { contracts: flat, people: [signer(nps(9), yes)] },
    behaviour: 0.75,
    attitude: 0.775,
    state: "loyal",
  },
  {
    title: "2 contract +3 %; decision-maker NPS 4, user NPS 9",
    history: {
      contracts: [contractChanged(1.03)],
      people: [signer(nps(4)), person("user", [nps(9)])],
    },
    behaviour: 0.7875,
    attitude: 0.2,
    state: "passive",
    part: "unhappy",
    tags: ["theyDisagree"],
  },
  {
    title: "3 contract renewed twice by itself; asked twice, no answer",
    history: {
      contracts: [
        contract({
          decisions: [
            { day: day("2025-03-01"), kind: "automatic" },
            { day: day("2026-03-01"), kind: "automatic" },
          ],
        }),
      ],
      people: [person("decisionMaker", [], { invitations: asked(asOf - 200, asOf - 40) })],
    },
    behaviour: 0.75,
    attitude: null,
    state: "notKnown",
    reason: "askedNoAnswer",
    tags: ["runsByItself"],
  },
  {
    title: "4 twelve orders on time; CSat 5, better",
    history: { rows: regular, people: [signer(csat(5), better)] },
    behaviour: 0.75,
    attitude: 0.85,
    state: "loyal",
  },
  {
    title: "5 late 94 days against 31; NPS 9",
    history: { rows: everyMonthUntil94DaysAgo, people: [signer(nps(9))] },
    behaviour: 0.24,
    attitude: 0.7,
    state: "latent",
  },
  {
    title: "6 24 to 12 orders; NPS 7",
    history: { rows: [...spread(12, 0), ...spread(24, 12)], people: [signer(nps(7))] },
    behaviour: 0.445,
    attitude: 0.4,
    state: "leaving",
  },
  {
    title: "7 one large order last year, two small; NPS 9",
    history: {
      rows: [...orders([asOf - 500], 1200_00), ...orders([asOf - 200, asOf - 100], 200_00)],
      people: [signer(nps(9))],
    },
    behaviour: 0.75,
    attitude: 0.7,
    state: "loyal",
  },
  {
    title: "8 first order 5 months ago; NPS 10",
    history: { rows: orders([asOf - 150]), people: [signer(nps(10))] },
    behaviour: null,
    attitude: 1,
    state: "notKnown",
    reason: "tooNew",
  },
  {
    title: "9 notice given 3 Sep; NPS 10",
    history: {
      contracts: [contract({ noticeGivenDay: day("2026-09-03") })],
      people: [signer(nps(10))],
    },
    behaviour: 0.75,
    attitude: 1,
    state: "leaving",
    reason: "noticeGiven",
  },
  {
    title: "10 contract flat; NPS 9, switching not sure",
    history: { contracts: flat, people: [signer(nps(9), notSure)] },
    behaviour: 0.75,
    attitude: 0.45,
    state: "passive",
    part: "lukewarm",
    tags: ["lockedIn"],
  },
  {
    title: "11 contract +10 %; two decision-makers NPS 10 and 6",
    history: { contracts: [contractChanged(1.1)], people: [signer(nps(10)), signer(nps(6))] },
    behaviour: 0.875,
    attitude: 0.3,
    state: "passive",
    part: "unhappy",
    tags: ["theyDisagree"],
  },
  {
    title: "12 contract flat, orders down; NPS 8, better",
    history: {
      contracts: [contract({ values: [{ fromDay: 0, yearlyMinor: 800_00 }] })],
      rows: [...spread(2, 0, 50_00), ...spread(8, 12, 50_00)],
      people: [signer(nps(8), better)],
    },
    behaviour: 0.58,
    attitude: 0.65,
    state: "loyal",
  },
  {
    title: "13 contract -30 %; CSat 4",
    history: { contracts: [contractChanged(0.7)], people: [signer(csat(4))] },
    behaviour: 0.4375,
    attitude: 0.45,
    state: "leaving",
  },
  {
    title: "14 contract flat; users NPS 9 and 8, no decision-maker heard",
    history: { contracts: flat, people: [person("user", [nps(9)]), person("user", [nps(8)])] },
    behaviour: 0.75,
    attitude: 0.575,
    state: "loyal",
    tags: ["decisionMakerNotHeard"],
    mark: "ring",
  },
  {
    title: "15 contract flat; steady 30 % share of wallet; NPS 9",
    history: {
      contracts: flat,
      people: [signer(nps(9))],
      wallets: [
        {
          category: "pumps",
          day: asOf - 90,
          ownMinor: 30,
          categoryMinor: 100,
          provenance: "asked",
        },
      ],
    },
    behaviour: 0.75,
    attitude: 0.7,
    state: "loyal",
    tags: ["roomToGrow"],
  },
];

function closeTo(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(Math.abs((actual ?? -1) - expected)).toBeLessThanOrEqual(0.00501);
}

describe("the five states", () => {
  for (const { title, history, behaviour, attitude, state, part, reason, tags, mark } of cases)
    it(`${title}: ${state}${part ? `, ${part}` : ""}`, () => {
      const assessment = assess(history);
      expect(assessment.standing).toEqual({ state, part: part ?? null, reason: reason ?? null });
      closeTo(assessment.behaviour.score, behaviour);
      closeTo(assessment.attitude.score, attitude);
      if (tags !== undefined) for (const tag of tags) expect(assessment.tags).toContain(tag);
      else expect(assessment.tags.filter((tag) => tag !== "runsByItself")).toEqual([]);
      const expectedMark = attitude === null ? null : (mark ?? "filled");
      expect(assessment.attitude.mark).toBe(expectedMark);
    });

  it("says too lumpy to say where one large order became two small ones", () => {
    expect(assess(cases[6]?.history ?? {}).behaviour.kept.note).toBe("tooLumpyToSay");
  });

  it("says captive and bound until where they hold, on any state", () => {
    const captive = signer(nps(9), { question: "relativeAdvantage", value: "noRealAlternative" });
    const bound = contract({ renewal: { firstDay: day("2028-03-01"), everyMonths: 12 } });
    const { tags, boundUntilDay } = assess({ contracts: [bound], people: [captive] });
    expect(tags).toEqual(["captive", "boundUntil"]);
    expect(boundUntilDay).toBe(day("2028-03-01") - 90);
  });
});

describe("the cheap way to a month end", () => {
  it("places an account exactly where the full assessment places it", () => {
    for (const { history } of cases) {
      const full = assess(history);
      const standing = accountStanding(account(history), asOf, context);
      expect(full).toMatchObject(standing);
    }
  });
});
