import { describe, expect, it } from "vitest";
import { coverageBounds, decisionDay, engagementIndex, hearing } from "@/lib/metrics";
import {
  account,
  answer,
  asked,
  asOf,
  assess,
  contract,
  day,
  event,
  nps,
  person,
} from "./builders";

const heardOf = (history: Parameters<typeof account>[0]) => hearing(account(history), asOf, false);

describe("hearing", () => {
  const longAgo = person("decisionMaker", [], { answers: [answer(nps(9), { day: asOf - 180 })] });

  it("calls an account silent after 180 days and two unanswered waves", () => {
    const invitations = asked(asOf - 100, asOf - 30);
    expect(heardOf({ people: [{ ...longAgo, invitations }] })).toMatchObject({
      isSilent: true,
      isNotAsked: false,
      lastHeardDay: asOf - 180,
    });
  });

  it("calls it not asked when it is we who did not ask", () => {
    const invitations = asked(asOf - 100);
    expect(heardOf({ people: [{ ...longAgo, invitations }] })).toMatchObject({
      isSilent: false,
      isNotAsked: true,
    });
  });

  it("does not take two invitations of one wave for two attempts", () => {
    const wave = [asOf - 100, asOf - 99].map((deliveredDay) => ({
      deliveredDay,
      waveId: "w",
      answeredDay: null,
    }));
    expect(heardOf({ people: [{ ...longAgo, invitations: wave }] }).isSilent).toBe(false);
  });

  it("hears complaints, contacts and signed negotiations, but no orders and no renewals", () => {
    const last = (...events: Parameters<typeof event>[0][]) => heardOf({ events }).lastHeardDay;
    expect(last(event({ kind: "complaint", day: asOf - 9, closedDay: null }))).toBe(asOf - 9);
    expect(last(event({ kind: "contact", day: asOf - 8, hintsNotice: false }))).toBe(asOf - 8);
    const negotiation = {
      kind: "negotiation",
      day: asOf - 30,
      closedDay: asOf - 7,
      isSigned: true,
      discountAsked: null,
      rounds: null,
    } as const;
    expect(last(negotiation)).toBe(asOf - 7);
    expect(last({ ...negotiation, isSigned: false })).toBeNull();
    expect(last(event({ kind: "ownerChanged", day: asOf - 3 }))).toBeNull();
  });

  it("does not call an account quiet that was nobody's customer 180 days ago", () => {
    const fresh = contract({ startDay: asOf - 179 });
    expect(heardOf({ contracts: [fresh] }).isNotAsked).toBe(false);
    expect(heardOf({ contracts: [{ ...fresh, startDay: asOf - 180 }] }).isNotAsked).toBe(true);
  });

  it("lists the roles that exist and those that gave no answer in 180 days", () => {
    const people = [
      longAgo,
      person("influencer", [nps(8)]),
      person("user", [], { untilDay: asOf - 1 }),
    ];
    expect(heardOf({ people })).toMatchObject({
      rolesPresent: ["decisionMaker", "influencer"],
      roleGaps: [],
      isDecisionMakerHeard: true,
      isSignerHeardInQuarter: false,
      isHeardInQuarter: true,
    });
    const older = person("decisionMaker", [], { answers: [answer(nps(9), { day: asOf - 181 })] });
    expect(heardOf({ people: [older] })).toMatchObject({
      roleGaps: ["decisionMaker"],
      isDecisionMakerHeard: false,
    });
  });

  it("bounds a revenue NPS of +31 heard for 105.1 of 148.0 m between -7 and +51", () => {
    const bounds = coverageBounds(31, 105.1, 148);
    expect(Math.round(bounds?.low ?? 0)).toBe(-7);
    expect(Math.round(bounds?.high ?? 0)).toBe(51);
    expect(coverageBounds(0, 0, 0)).toBeNull();
    expect(() => coverageBounds(31, 2, 1)).toThrow(RangeError);
  });
});

describe("the decision date", () => {
  it("is the last day on which notice still takes effect, and moves on with each term", () => {
    const yearly = contract({ renewal: { firstDay: day("2024-12-31"), everyMonths: 12 } });
    expect(decisionDay(yearly, day("2026-09-30"))).toBe(day("2026-12-31") - 90);
    expect(decisionDay(yearly, day("2026-12-31") - 90)).toBe(day("2026-12-31") - 90);
    expect(decisionDay(yearly, day("2026-12-31") - 89)).toBe(day("2027-12-31") - 90);
  });

  it("is the end date without automatic renewal, and none once notice is given", () => {
    const fixed = contract({ renewal: null, endDay: day("2027-01-31") });
    expect(decisionDay(fixed, asOf)).toBe(day("2027-01-31"));
    expect(decisionDay({ ...fixed, noticeGivenDay: asOf }, asOf)).toBeNull();
    expect(decisionDay({ ...fixed, endDay: null }, asOf)).toBeNull();
  });

  it("keeps month ends: 31 January, 28 February, 31 March", () => {
    const monthly = contract({
      renewal: { firstDay: day("2026-01-31"), everyMonths: 1 },
      noticeDays: 0,
    });
    expect(decisionDay(monthly, day("2026-02-01"))).toBe(day("2026-02-28"));
    expect(decisionDay(monthly, day("2026-03-01"))).toBe(day("2026-03-31"));
  });
});

describe("the engagement index", () => {
  const example = {
    reach: 2 / 3,
    reply: 0.5,
    voice: 2,
    conversation: 1,
    ownChoice: null,
    learning: null,
  };

  it("is 61 with 85 % of the weight present in the worked example", () => {
    const { value, weightPresent } = engagementIndex(example);
    expect(Math.round(value ?? 0)).toBe(61);
    expect(weightPresent).toBeCloseTo(0.85, 10);
  });

  it("is null below 60 % of the weight, never 0", () => {
    expect(engagementIndex({ ...example, reach: null }).value).not.toBeNull();
    expect(engagementIndex({ ...example, reach: null, voice: null }).value).toBeNull();
  });

  it("reads its components from the account's history", () => {
    const people = [
      person("decisionMaker", [nps(9)], {
        invitations: [
          { deliveredDay: asOf - 300, waveId: "a", answeredDay: null },
          { deliveredDay: asOf - 30, waveId: "b", answeredDay: asOf - 20 },
        ],
      }),
      person("influencer", [], { personId: "i" }),
      person("user", [], { personId: "u" }),
    ];
    const events = [
      event({ kind: "comment", day: asOf - 20 }),
      event({ kind: "complaint", day: asOf - 100, closedDay: asOf - 90 }),
      event({ kind: "contact", day: asOf - 5, hintsNotice: false, role: "influencer" }),
    ];
    const { components } = assess({ people, events, contracts: [contract()] }).engagement;
    expect(components.reach).toBeCloseTo(2 / 3, 10);
    expect(components.reply).toBeCloseTo(0.5 / 0.6, 10);
    expect(components.voice).toBeCloseTo(2 / 3, 10);
    expect(components.conversation).toBeCloseTo(1 / 3, 10);
    expect(components).toMatchObject({ ownChoice: null, learning: null });
  });

  it("refuses a negative measure and names it", () => {
    expect(() => engagementIndex({ ...example, voice: -1 })).toThrow(/measures.voice/);
  });
});
