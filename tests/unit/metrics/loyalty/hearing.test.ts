import { describe, expect, it } from "vitest";
import { boundsOfSilence, hearing } from "@/lib/metrics";
import {
  account,
  answer,
  asked,
  asOf,
  contract,
  day,
  event,
  nps,
  orders,
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

  it("hears an answer without a name, but no role of the account with it", () => {
    const unnamed = person(null, [nps(9)], { personId: "u", isUnnamed: true });
    const silent = person("user", []);
    expect(heardOf({ people: [unnamed] })).toMatchObject({
      lastHeardDay: asOf - 20,
      isHeardInQuarter: true,
      isSignerHeardInQuarter: false,
      rolesPresent: [],
      roleGaps: [],
    });
    expect(heardOf({ people: [unnamed, silent] }).roleGaps).toEqual(["user"]);
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

  it("was last heard by the latest sign, of today but not of tomorrow, in any order", () => {
    const answers = [5, 0, 9].map((ago) => answer(nps(9), { day: asOf - ago }));
    const lastOf = (list: typeof answers) =>
      heardOf({ people: [person("user", [], { answers: list })] }).lastHeardDay;
    expect([lastOf(answers), lastOf(answers.toReversed())]).toEqual([asOf, asOf]);
    expect(lastOf([...answers.slice(0, 1), answer(nps(9), { day: asOf + 1 })])).toBe(asOf - 5);
  });

  it("was asked in the quarter where anybody was, once", () => {
    const people = [
      person("user", []),
      person("user", [], { invitations: asked(asOf - 200, asOf - 9) }),
    ];
    expect(heardOf({ people }).isAskedInQuarter).toBe(true);
    expect(heardOf({ people: people.slice(0, 1) }).isAskedInQuarter).toBe(false);
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
      hasDecisionMaker: true,
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

  it("asks for two invitations in two waves since it was last heard, by then delivered", () => {
    const silentBy = (...days: number[]) =>
      heardOf({ people: [{ ...longAgo, invitations: asked(...days) }] }).isSilent;
    expect(silentBy(asOf - 179, asOf)).toBe(true);
    expect(silentBy(asOf - 180, asOf - 30)).toBe(false);
    expect(silentBy(asOf - 100, asOf + 1)).toBe(false);
  });

  it("is neither silent nor not asked while it was heard less than 180 days ago", () => {
    const recent = person("user", [], { answers: [answer(nps(9), { day: asOf - 179 })] });
    const given = { people: [{ ...recent, invitations: asked(asOf - 100, asOf - 30) }] };
    expect(heardOf(given)).toMatchObject({ isSilent: false, isNotAsked: false });
  });

  it("counts the quarter as the three months up to the day, with its last day and without its first", () => {
    const quarterOf = (on: number) => {
      const answered = person("decisionMaker", [], { answers: [answer(nps(9), { day: on })] });
      const { isAskedInQuarter, isHeardInQuarter, isSignerHeardInQuarter } = heardOf({
        people: [{ ...answered, invitations: asked(on) }],
      });
      return [isAskedInQuarter, isHeardInQuarter, isSignerHeardInQuarter];
    };
    expect(quarterOf(day("2026-06-30"))).toEqual([false, false, false]);
    expect(quarterOf(day("2026-07-01"))).toEqual([true, true, true]);
    expect(quarterOf(asOf)).toEqual([true, true, true]);
    expect(quarterOf(asOf + 1)).toEqual([false, false, false]);
  });

  it("hears whoever has left since, but no signer of yesterday, and no answer that does not count", () => {
    const gone = person("decisionMaker", [nps(9)], { untilDay: asOf });
    expect(heardOf({ people: [gone] })).toMatchObject({
      isHeardInQuarter: true,
      isSignerHeardInQuarter: false,
      isDecisionMakerHeard: false,
      hasDecisionMaker: false,
      rolesPresent: [],
    });
    const held = person("user", [], { answers: [answer(nps(9), { class: "held" })] });
    expect(heardOf({ people: [held] })).toMatchObject({
      isHeardInQuarter: false,
      lastHeardDay: null,
      roleGaps: ["user"],
    });
  });

  it("knows what it is told, the last order, and a role that is not known as user", () => {
    const history = account({
      rows: orders([asOf - 5, asOf - 9, asOf + 3]),
      people: [person(null, [])],
    });
    expect(hearing(history, asOf, true)).toMatchObject({
      isKnown: true,
      lastOrderDay: asOf - 5,
      rolesPresent: ["user"],
    });
    expect(hearing(history, asOf, false).isKnown).toBe(false);
  });

  it("is quiet since its first contract, order or contact where it was never heard", () => {
    const isNotAsked = (given: Parameters<typeof account>[0]) => heardOf(given).isNotAsked;
    expect(isNotAsked({ rows: orders([asOf - 180, asOf - 3]) })).toBe(true);
    expect(isNotAsked({ rows: orders([asOf - 179]) })).toBe(false);
    expect(isNotAsked({ people: [person("user", [], { fromDay: asOf - 180 })] })).toBe(true);
    expect(isNotAsked({ people: [person("user", [], { fromDay: asOf - 179 })] })).toBe(false);
    const long = { contracts: [contract({ startDay: asOf - 400 })], rows: orders([asOf - 3]) };
    expect(isNotAsked(long)).toBe(true);
    expect(isNotAsked({})).toBe(false);
    const negotiated = {
      kind: "negotiation",
      day: asOf - 20,
      closedDay: null,
      isSigned: true,
      discountAsked: null,
      rounds: null,
    } as const;
    expect(heardOf({ events: [negotiated] }).lastHeardDay).toBe(asOf - 20);
  });
});
