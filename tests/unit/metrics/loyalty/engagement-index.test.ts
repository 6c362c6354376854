import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccountEvent,
  assessAccount,
  defaultLoyaltySettings,
  engagementIndex,
  meanEngagement,
  recordedFrom,
} from "@/lib/metrics";
import { account, asOf, assess, context, contract, event, nps, orders, person } from "./builders";

const example = {
  reach: 2 / 3,
  reply: 0.5,
  voice: 2,
  conversation: 1,
  ownChoice: null,
  learning: null,
};
const nothing = {
  reach: null,
  reply: null,
  voice: null,
  conversation: null,
  ownChoice: null,
  learning: null,
};

describe("the engagement index", () => {
  it("is 61 with 85 % of the weight present in the worked example", () => {
    const { value, weightPresent, components } = engagementIndex(example);
    expect(Math.round(value ?? 0)).toBe(61);
    expect(value).toBeCloseTo((25 * 0.667 + 20 * 0.833 + 15 * 0.667 + 25 * 0.333) / 85 / 0.01, 0);
    expect(weightPresent).toBeCloseTo(0.85, 12);
    const printed = Object.values(components).map((c) => (c === null ? null : c.toFixed(3)));
    expect(printed).toEqual(["0.667", "0.833", "0.667", "0.333", null, null]);
  });

  it("is full at all roles, 60 % answered, 3 voices, 3 contacts, all chosen and 4 days, and not above", () => {
    const full = { reach: 1, reply: 0.6, voice: 3, conversation: 3, ownChoice: 1, learning: 4 };
    expect(engagementIndex(full)).toMatchObject({ value: 100, weightPresent: 1 });
    const half = engagementIndex(full, {
      ...defaultLoyaltySettings.engagementWeights,
      learning: 15,
    });
    expect(half.value).toBeCloseTo(100, 12);
    const more = { ...full, reply: 1, voice: 30, conversation: 9, learning: 40 };
    expect(engagementIndex(more).components).toEqual({
      reach: 1,
      reply: 1,
      voice: 1,
      conversation: 1,
      ownChoice: 1,
      learning: 1,
    });
    expect(engagementIndex({ ...full, learning: 2 }).components.learning).toBe(0.5);
  });

  it("is null below 60 % of the weight, never 0, and learning weighs nothing as delivered", () => {
    expect(engagementIndex({ ...example, reach: null }).value).not.toBeNull();
    expect(engagementIndex({ ...example, reach: null, voice: null }).value).toBeNull();
    expect(engagementIndex(nothing)).toMatchObject({ value: null, weightPresent: 0 });
    expect(engagementIndex({ ...nothing, learning: 4 })).toMatchObject({ value: null });
    const zero = { ...example, reach: 0, reply: 0, voice: 0, conversation: 0 };
    expect(engagementIndex(zero).value).toBe(0);
  });

  it("is not known where nothing has a weight", () => {
    const none = { reach: 0, reply: 0, voice: 0, conversation: 0, ownChoice: 0, learning: 0 };
    expect(engagementIndex(example, none)).toMatchObject({ value: null, weightPresent: 0 });
  });

  it("refuses a negative measure and names it", () => {
    expect(() => engagementIndex({ ...example, voice: -1 })).toThrow(/^measures\.voice/);
    expect(() => engagementIndex({ ...example, reach: Number.NaN })).toThrow(/^measures\.reach/);
  });
});

describe("its components from an account's history", () => {
  const componentsOf = (more: Parameters<typeof assess>[0]) => assess(more).engagement.components;
  const contact = (ago: number, role?: "influencer") =>
    event({ kind: "contact", day: asOf - ago, hintsNotice: false, ...(role ? { role } : {}) });

  it("are those of the worked example", () => {
    const asked = (deliveredDay: number, isAnswered: boolean) => ({
      deliveredDay,
      waveId: `w${deliveredDay}`,
      answeredDay: isAnswered ? deliveredDay + 5 : null,
    });
    const people = [
      person("decisionMaker", [nps(9)], {
        invitations: [asked(asOf - 300, true), asked(asOf - 200, true), asked(asOf - 30, true)],
      }),
      person("influencer", [], {
        personId: "i",
        invitations: [asked(asOf - 299, false), asked(asOf - 199, false), asked(asOf - 29, false)],
      }),
      person("user", [], { personId: "u" }),
    ];
    const events = [
      event({ kind: "comment", day: asOf - 20 }),
      event({ kind: "complaint", day: asOf - 100, closedDay: asOf - 90 }),
      contact(5, "influencer"),
    ];
    const { engagement } = assess({ people, events, contracts: [contract()] });
    expect(Math.round(engagement.value ?? 0)).toBe(61);
    expect(engagement.weightPresent).toBeCloseTo(0.85, 12);
  });

  it("count a voice for a year, a contact for 90 days, training for a year", () => {
    const of = (...events: AccountEvent[]) => componentsOf({ events });
    for (const kind of ["comment", "idea"] as const) {
      expect(of(event({ kind, day: asOf - 365 })).voice).toBeCloseTo(1 / 3, 12);
      expect(of(event({ kind, day: asOf - 366 })).voice).toBe(0);
    }
    expect(of(contact(90)).conversation).toBeCloseTo(1 / 3, 12);
    expect(of(contact(91)).conversation).toBe(0);
    expect(of(contact(0), contact(-1)).conversation).toBeCloseTo(1 / 3, 12);
    expect(of(event({ kind: "training", day: asOf - 365 })).learning).toBe(0.25);
    expect(of(event({ kind: "training", day: asOf - 366 })).learning).toBe(0);
    const later = of(contact(-1), event({ kind: "idea", day: asOf + 1 }));
    expect([later.voice, later.conversation, later.learning]).toEqual([null, null, null]);
  });

  it("count no voice as 0 once somebody answered: there was a place to say it", () => {
    expect(componentsOf({ people: [person("user", [nps(9)])] }).voice).toBe(0);
    expect(componentsOf({ people: [person("user", [])] }).voice).toBeNull();
  });

  it("reach who answered or was spoken with in 180 days, of the roles that are there", () => {
    const answered = (ago: number) =>
      person("decisionMaker", [], {
        answers: [
          { ...nps(9), day: asOf - ago, scope: "relationship", class: "confirmed" } as never,
        ],
      });
    const other = person("influencer", [], { personId: "i" });
    const reach = (people: ReturnType<typeof person>[], ...events: AccountEvent[]) =>
      componentsOf({ people, events }).reach;
    expect(reach([answered(180), other])).toBe(0.5);
    expect(reach([answered(181), other])).toBe(0);
    expect(reach([answered(180), other], contact(180, "influencer"))).toBe(1);
    expect(reach([answered(180), other], contact(181, "influencer"))).toBe(0.5);
    expect(reach([answered(180), other], contact(5))).toBe(0.5);
    expect(reach([answered(180), other], contact(0, "influencer"))).toBe(1);
    expect(reach([answered(180), other], contact(-1, "influencer"))).toBe(0.5);
    // An answer without a name is nobody's of the account's roles.
    const unnamed = { ...answered(5), isUnnamed: true as const };
    expect(reach([unnamed, person("decisionMaker", [], { personId: "d" })])).toBe(0);
    expect(reach([answered(180), { ...other, untilDay: asOf }])).toBe(1);
    expect(reach([{ ...answered(5), untilDay: asOf }, other])).toBe(0);
    expect(reach([])).toBeNull();
  });

  it("reply to at least two asks of the last 365 days, full at 60 %", () => {
    const reply = (...asks: [ago: number, answeredAgo: number | null][]) =>
      componentsOf({
        people: [
          person("user", [], {
            invitations: asks.map(([ago, answeredAgo], index) => ({
              deliveredDay: asOf - ago,
              waveId: `w${index}`,
              answeredDay: answeredAgo === null ? null : asOf - answeredAgo,
            })),
          }),
        ],
      }).reply;
    expect(reply([30, 20])).toBeNull();
    expect(reply([365, 20], [30, null])).toBeCloseTo(0.5 / 0.6, 12);
    expect(reply([366, 20], [30, null])).toBeNull();
    expect(reply([30, null], [20, null])).toBe(0);
    expect(reply([30, -1], [20, 0])).toBeCloseTo(0.5 / 0.6, 12);
    expect(reply([30, 20], [-1, null])).toBeNull();
  });

  it("know own choice where a choice is recorded, 0 to 1", () => {
    const bought = (choice: "active" | "automatic" | "notRecorded", amountMinor: number) => ({
      day: asOf - 40,
      amountMinor,
      choice,
    });
    const choice = (...rows: ReturnType<typeof bought>[]) => componentsOf({ rows }).ownChoice;
    expect(choice(bought("active", 30), bought("automatic", 10))).toBe(0.75);
    expect(choice(bought("notRecorded", 30))).toBeNull();
    expect(choice(bought("active", 30), bought("automatic", -10))).toBe(1);
    expect(choice(bought("active", -10), bought("automatic", 30))).toBe(0);
  });

  it("are 0, not missing, where the workspace records what the account has none of", () => {
    const history = account({ rows: orders([asOf - 5]) });
    const at = (contactDay: number | null) =>
      assessAccount(history, asOf, {
        ...context,
        recordedFrom: { contact: contactDay, voice: contactDay, training: contactDay },
      }).engagement.components;
    expect(at(asOf)).toMatchObject({ conversation: 0, voice: 0, learning: 0 });
    expect(at(asOf + 1)).toMatchObject({ conversation: null, voice: null, learning: null });
    expect(at(null)).toMatchObject({ conversation: null, voice: null, learning: null });
  });

  it("are recorded from the first day anything of their kind was", () => {
    const complaint = event({ kind: "complaint", day: 7, closedDay: null });
    const events = [event({ kind: "comment", day: 9 }), complaint, event({ kind: "idea", day: 8 })];
    expect(recordedFrom(events)).toEqual({ contact: null, voice: 7, training: null });
    const others = [event({ kind: "training", day: 3 }), event({ kind: "training", day: 2 })];
    expect(
      recordedFrom([...others, event({ kind: "contact", day: 5, hintsNotice: false })]),
    ).toEqual({
      contact: 5,
      voice: null,
      training: 2,
    });
  });
});

describe("the mean engagement of a group", () => {
  it("is the mean of those that have one, and says of how many", () => {
    const mean = meanEngagement([40, 80, null, 60]);
    expect(mean).toMatchObject({ value: 60, n: 3, accounts: 4 });
    expect(meanEngagement([null])).toEqual({ value: null, n: 0, reason: "noData", accounts: 1 });
    expect(meanEngagement([])).toMatchObject({ value: null, accounts: 0 });
    expect(meanEngagement([50])).toMatchObject({ value: 50, interval: null });
  });

  it("has a bootstrap interval as wide as the normal one where indexes are many", () => {
    const indexes = Array.from({ length: 200 }, (_, index) => (index * 37) % 101);
    const { value, interval } = meanEngagement(indexes, { seed: 3 }) as {
      value: number;
      interval: { low: number; high: number };
    };
    const variance = indexes.reduce((sum, x) => sum + (x - value) ** 2, 0) / 199;
    const half = 1.96 * Math.sqrt(variance / 200);
    expect((interval.high - interval.low) / (2 * half)).toBeGreaterThan(0.85);
    expect((interval.high - interval.low) / (2 * half)).toBeLessThan(1.15);
  });

  it("lies between its limits, in 0 to 100, and asks for no order of accounts", () => {
    const index = fc.option(fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(index, { maxLength: 12 }), (indexes) => {
        const mean = meanEngagement(indexes, { replicates: 50 });
        if (mean.value === null) return;
        expect(mean.value).toBeGreaterThanOrEqual(0);
        expect(mean.value).toBeLessThanOrEqual(100);
        expect(meanEngagement([...indexes].reverse()).value).toBeCloseTo(mean.value, 9);
        if (mean.interval === null) return;
        expect(mean.interval.low).toBeLessThanOrEqual(mean.value);
        expect(mean.interval.high).toBeGreaterThanOrEqual(mean.value);
      }),
      { numRuns: 40 },
    );
  });

  it("refuses an index off its scale and names the row", () => {
    expect(() => meanEngagement([50, null, 101])).toThrow(
      /^indexes\[2\] must lie between 0 and 100/,
    );
    expect(() => meanEngagement([-1])).toThrow(/^indexes\[0\]/);
  });
});
