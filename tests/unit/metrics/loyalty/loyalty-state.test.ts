import { describe, expect, it } from "vitest";
import {
  type AccountHistory,
  accountStanding,
  type LoyaltyState,
  loyaltyState,
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
  expectPrinted,
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
  /** As printed; "-" is not known. */
  behaviour: string;
  attitude: string;
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
    behaviour: ".75",
    attitude: ".78",
    state: "loyal",
  },
  {
    title: "2 contract +3 %; decision-maker NPS 4, user NPS 9",
    history: {
      contracts: [contractChanged(1.03)],
      people: [signer(nps(4)), person("user", [nps(9)])],
    },
    behaviour: ".79",
    attitude: ".20",
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
    behaviour: ".75",
    attitude: "-",
    state: "notKnown",
    reason: "askedNoAnswer",
    tags: ["runsByItself", "decisionMakerNotHeard"],
  },
  {
    title: "4 twelve orders on time; CSat 5, better",
    history: { rows: regular, people: [signer(csat(5), better)] },
    behaviour: ".75",
    attitude: ".85",
    state: "loyal",
  },
  {
    title: "5 late 94 days against 31; NPS 9",
    history: { rows: everyMonthUntil94DaysAgo, people: [signer(nps(9))] },
    behaviour: ".24",
    attitude: ".70",
    state: "latent",
  },
  {
    title: "6 24 to 12 orders; NPS 7",
    history: { rows: [...spread(12, 0), ...spread(24, 12)], people: [signer(nps(7))] },
    behaviour: ".45",
    attitude: ".40",
    state: "leaving",
  },
  {
    title: "7 one large order last year, two small; NPS 9",
    history: {
      rows: [...orders([asOf - 500], 1200_00), ...orders([asOf - 200, asOf - 100], 200_00)],
      people: [signer(nps(9))],
    },
    behaviour: ".75",
    attitude: ".70",
    state: "loyal",
  },
  {
    title: "8 first order 5 months ago; NPS 10",
    history: { rows: orders([asOf - 150]), people: [signer(nps(10))] },
    behaviour: "-",
    attitude: "1.00",
    state: "notKnown",
    reason: "tooNew",
  },
  {
    title: "9 notice given 3 Sep; NPS 10",
    history: {
      contracts: [contract({ noticeGivenDay: day("2026-09-03") })],
      people: [signer(nps(10))],
    },
    behaviour: ".75",
    attitude: "1.00",
    state: "leaving",
    reason: "noticeGiven",
  },
  {
    title: "10 contract flat; NPS 9, switching not sure",
    history: { contracts: flat, people: [signer(nps(9), notSure)] },
    behaviour: ".75",
    attitude: ".45",
    state: "passive",
    part: "lukewarm",
    tags: ["lockedIn"],
  },
  {
    title: "11 contract +10 %; two decision-makers NPS 10 and 6",
    history: { contracts: [contractChanged(1.1)], people: [signer(nps(10)), signer(nps(6))] },
    behaviour: ".88",
    attitude: ".30",
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
    behaviour: ".58",
    attitude: ".65",
    state: "loyal",
  },
  {
    title: "13 contract -30 %; CSat 4",
    history: { contracts: [contractChanged(0.7)], people: [signer(csat(4))] },
    behaviour: ".44",
    attitude: ".45",
    state: "leaving",
  },
  {
    title: "14 contract flat; users NPS 9 and 8, no decision-maker heard",
    history: { contracts: flat, people: [person("user", [nps(9)]), person("user", [nps(8)])] },
    behaviour: ".75",
    attitude: ".58",
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
    behaviour: ".75",
    attitude: ".70",
    state: "loyal",
    tags: ["roomToGrow"],
  },
];

describe("the five states", () => {
  for (const { title, history, behaviour, attitude, state, part, reason, tags, mark } of cases)
    it(`${title}: ${state}${part ? `, ${part}` : ""}`, () => {
      const assessment = assess(history);
      expect(assessment.standing).toEqual({ state, part: part ?? null, reason: reason ?? null });
      expectPrinted(assessment.behaviour.score, behaviour);
      expectPrinted(assessment.attitude.score, attitude);
      expect(assessment.tags).toEqual(tags ?? []);
      const expectedMark = attitude === "-" ? null : (mark ?? "filled");
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

describe("the state of two scores", () => {
  const stateOf = (b: number | null, a: number | null, isLeaving = false) =>
    loyaltyState(
      { score: b, reason: b === null ? "tooNew" : null },
      { score: a, reason: a === null ? "neverAsked" : null },
      isLeaving,
    );

  it("lies on the better side where a score meets the line, also by sums that miss it in the last bit", () => {
    expect(stateOf(0.5, 0.5).state).toBe("loyal");
    expect(stateOf(0.1 + 0.2 + 0.2 - 1e-12, 0.5 - 1e-12).state).toBe("loyal");
    expect(stateOf(0.4999, 0.5).state).toBe("latent");
    expect(stateOf(0.5, 0.4999).state).toBe("passive");
    expect(stateOf(0.4999, 0.4999)).toEqual({ state: "leaving", part: null, reason: null });
  });

  it("calls passive unhappy up to .30 and lukewarm above", () => {
    expect(stateOf(0.75, 0.3).part).toBe("unhappy");
    expect(stateOf(0.75, 0.1 + 0.2).part).toBe("unhappy");
    expect(stateOf(0.75, 0.31).part).toBe("lukewarm");
  });

  it("is not known with attitude's reason before behaviour's, and leaving under notice whatever else", () => {
    expect(stateOf(null, null)).toEqual({ state: "notKnown", part: null, reason: "neverAsked" });
    expect(stateOf(null, 0.2)).toEqual({ state: "notKnown", part: null, reason: "tooNew" });
    expect(stateOf(0.2, null).state).toBe("notKnown");
    expect(stateOf(null, 1, true)).toEqual({ state: "leaving", part: null, reason: "noticeGiven" });
  });

  it("follows the workspace's own line and end of unhappy", () => {
    const scores = [
      { score: 0.6, reason: null },
      { score: 0.55, reason: null },
    ] as const;
    expect(loyaltyState(...scores, false, { line: 0.58, unhappyUpTo: 0.56 })).toMatchObject({
      state: "passive",
      part: "unhappy",
    });
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
