import { describe, expect, it } from "vitest";
import { boundsOfSilence, hearing } from "@/lib/metrics";
import { account, answer, asked, asOf, contract, event, nps, person } from "./builders";

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
    const { low, high } = boundsOfSilence(31, 105.1 / 148, { low: -100, high: 100 });
    expect([Math.round(low), Math.round(high)]).toEqual([-7, 51]);
  });
});
