import { describe, expect, it } from "vitest";
import type { AccountEvent, Trigger } from "@/lib/metrics";
import {
  answer,
  asOf,
  assess,
  contract,
  day,
  event,
  no,
  notSure,
  nps,
  orders,
  person,
} from "./builders";

type Given = Parameters<typeof assess>[0];

/** Bound for years and heard last month: no trigger of its own. */
const calm: Given = {
  contracts: [contract({ renewal: { firstDay: day("2029-03-01"), everyMonths: 36 } })],
  people: [person("decisionMaker", [nps(9)])],
};

const triggersOf = (given: Given) => assess({ ...calm, ...given }).triggers;
const codesOf = (given: Given) => triggersOf(given).map(({ code }) => code);
const withEvents = (...events: AccountEvent[]) => codesOf({ events });
const find = (given: Given, code: Trigger["code"]) =>
  triggersOf(given).find((trigger) => trigger.code === code);
const said = (value: Parameters<typeof answer>[0], ago: number) =>
  person("decisionMaker", [], { answers: [answer(value, { day: asOf - ago })] });

describe("the triggers of the worklist", () => {
  it("do not hold for an account that is bound and convinced", () => {
    expect(codesOf({})).toEqual([]);
  });

  it("1: notice given, since the day it was", () => {
    const given = { contracts: [contract({ noticeGivenDay: asOf - 3 })] };
    expect(find(given, "noticeGiven")).toEqual({
      rank: 1,
      sinceDay: asOf - 3,
      code: "noticeGiven",
    });
  });

  it("2: a decision date within 180 days and a signal that is not on track", () => {
    const decides = (ahead: number) => [
      contract({ renewal: { firstDay: asOf + ahead, everyMonths: 12 }, noticeDays: 0 }),
    ];
    const doubtful = [said(nps(8), 120)];
    const near = find({ contracts: decides(180), people: doubtful }, "decisionNear");
    expect(near).toEqual({
      rank: 2,
      sinceDay: asOf,
      code: "decisionNear",
      decisionDay: asOf + 180,
    });
    expect(codesOf({ contracts: decides(181), people: doubtful })).toEqual([]);
    expect(codesOf({ contracts: decides(20), people: [said(nps(9), 120)] })).toEqual([]);
  });

  it("3: a decision-maker's answer below the line of the last 90 days, the lowest one", () => {
    const two = [
      { ...said(nps(7), 20), personId: "b" },
      { ...said(nps(3), 30), personId: "a" },
      { ...said(nps(9), 2), personId: "c" },
    ];
    for (const people of [two, two.map((one, i) => ({ ...one, personId: "zyx"[i] ?? "" }))])
      expect(find({ people }, "signerBelowLine")).toMatchObject({ score: 0.15 });
    expect(find({ people: two }, "signerBelowLine")).toEqual({
      rank: 3,
      sinceDay: asOf - 30,
      code: "signerBelowLine",
      personId: "a",
      score: 0.15,
    });
    expect(codesOf({ people: [said(nps(8), 90)] })).toEqual(["signerBelowLine"]);
    expect(codesOf({ people: [said(nps(8), 91)] })).toEqual([]);
    expect(codesOf({ people: [{ ...said(nps(3), 9), role: "influencer" }] })).toEqual([]);
  });

  it("4: switching no, or a rival named, of the last 90 days", () => {
    const codes = (ago: number) => codesOf({ people: [said(no, ago)] });
    expect(codes(90)).toEqual(["signerBelowLine", "wouldNotChooseAgain"]);
    expect(codes(91)).toEqual([]);
    expect(codesOf({ people: [said(notSure, 9)] })).toEqual(["signerBelowLine"]);
    expect(withEvents(event({ kind: "rivalNamed", day: asOf - 90 }))).toEqual(["rivalNamed"]);
    expect(withEvents(event({ kind: "rivalNamed", day: asOf - 91 }))).toEqual([]);
    const both = { people: [said(no, 9)], events: [event({ kind: "rivalNamed", day: asOf - 2 })] };
    expect(codesOf(both)).not.toContain("rivalNamed");
    const rivals = [asOf - 50, asOf - 9, asOf - 70].map((on) =>
      event({ kind: "rivalNamed", day: on }),
    );
    expect(find({ events: rivals }, "rivalNamed")?.sinceDay).toBe(asOf - 9);
  });

  it("5: late by its own rhythm, where rhythm counts", () => {
    const rows = orders(Array.from({ length: 20 }, (_, i) => asOf - 94 - 31 * i));
    const late = find({ contracts: [], rows }, "late");
    expect(late).toEqual({
      rank: 5,
      sinceDay: asOf - 94 + 62,
      code: "late",
      sinceDays: 94,
      usualDays: 31,
      lostOnDay: asOf - 94 + 124,
    });
    const due = orders(Array.from({ length: 20 }, (_, i) => asOf - 62 - 31 * i));
    expect(codesOf({ contracts: [], rows: due })).not.toContain("late");
    expect(codesOf({ rows: rows.map((row) => ({ ...row, amountMinor: 1 })) })).toEqual([]);
  });

  it("6: proven K under .80, since its latest evidence", () => {
    const shrunk = (factor: number) => [
      contract({
        renewal: { firstDay: day("2029-03-01"), everyMonths: 36 },
        values: [
          { fromDay: 0, yearlyMinor: 1000 },
          { fromDay: asOf - 40, yearlyMinor: 1000 * factor },
        ],
      }),
    ];
    expect(find({ contracts: shrunk(0.79) }, "buysLess")).toEqual({
      rank: 6,
      sinceDay: asOf - 40,
      code: "buysLess",
      ratio: 0.79,
      provenRatio: 0.79,
    });
    expect(codesOf({ contracts: shrunk(0.8) })).toEqual([]);
  });

  it("7: a complaint open for more than 7 days, or two in 180 days", () => {
    const complaint = (ago: number, closedDay: number | null = null) =>
      event({ kind: "complaint", day: asOf - ago, closedDay });
    expect(withEvents(complaint(8))).toEqual(["complaints"]);
    expect(withEvents(complaint(7))).toEqual([]);
    expect(withEvents(complaint(9, asOf - 1))).toEqual([]);
    expect(withEvents(complaint(9, asOf))).toEqual([]);
    expect(withEvents(complaint(9, asOf + 1))).toEqual(["complaints"]);
    expect(withEvents(complaint(180, asOf - 100), complaint(3, asOf - 1))).toEqual(["complaints"]);
    expect(withEvents(complaint(181, asOf - 100), complaint(3, asOf - 1))).toEqual([]);
    expect(find({ events: [complaint(300), complaint(20), complaint(9)] }, "complaints")).toEqual({
      rank: 7,
      sinceDay: asOf - 9,
      code: "complaints",
      openDays: 300,
      count: 2,
    });
    const closed = [complaint(30, asOf - 9), complaint(20, asOf - 9)];
    expect(find({ events: closed }, "complaints")).toMatchObject({ openDays: null, count: 2 });
  });

  it("8: a promise or a case past its date, the oldest first, a promise before a case", () => {
    const dued = (kind: "promise" | "case", due: number | null, closedDay: number | null = null) =>
      event({ kind, day: asOf - 60, dueDay: due, closedDay });
    expect(withEvents(dued("promise", asOf - 1))).toEqual(["promiseOverdue"]);
    expect(withEvents(dued("promise", asOf))).toEqual([]);
    expect(withEvents(dued("promise", null))).toEqual([]);
    expect(withEvents(dued("promise", asOf - 9, asOf - 2))).toEqual([]);
    expect(withEvents(dued("case", asOf - 1))).toEqual(["caseOverdue"]);
    const both = [dued("case", asOf - 9), dued("promise", asOf - 5)];
    expect(find({ events: both }, "caseOverdue")).toMatchObject({
      rank: 8,
      sinceDay: asOf - 9,
      dueDay: asOf - 9,
    });
    const same = [dued("case", asOf - 9), dued("promise", asOf - 9)];
    expect(codesOf({ events: same })).toEqual(["promiseOverdue"]);
    expect(codesOf({ events: same.reverse() })).toEqual(["promiseOverdue"]);
  });

  it("9: silent, or not asked, with the day it was last heard", () => {
    const quiet = person("decisionMaker", [], { answers: [answer(nps(9), { day: asOf - 200 })] });
    const waves = [100, 30].map((ago, i) => ({
      deliveredDay: asOf - ago,
      waveId: `w${i}`,
      answeredDay: null,
    }));
    expect(find({ people: [quiet] }, "notAsked")).toEqual({
      rank: 9,
      sinceDay: asOf - 20,
      code: "notAsked",
      lastHeardDay: asOf - 200,
    });
    expect(find({ people: [{ ...quiet, invitations: waves }] }, "silent")).toMatchObject({
      sinceDay: asOf - 20,
    });
    expect(find({ people: [] }, "notAsked")).toMatchObject({
      sinceDay: asOf - 180,
      lastHeardDay: null,
    });
  });

  it("10: another owner for up to 90 days, until the first two-way contact", () => {
    const owner = (ago: number) => event({ kind: "ownerChanged", day: asOf - ago });
    const contact = (ago: number) =>
      event({ kind: "contact", day: asOf - ago, hintsNotice: false });
    expect(find({ events: [owner(90)] }, "ownerChanged")).toEqual({
      rank: 10,
      sinceDay: asOf - 90,
      code: "ownerChanged",
      day: asOf - 90,
    });
    expect(withEvents(owner(91))).toEqual([]);
    expect(withEvents(owner(20), contact(20))).toEqual([]);
    expect(withEvents(owner(20), contact(21))).toEqual(["ownerChanged"]);
    expect(withEvents(event({ kind: "mainContactChanged", day: asOf - 5 }))).toEqual([]);
  });

  it("see nothing that happens after the as-of day", () => {
    expect(
      withEvents(
        event({ kind: "rivalNamed", day: asOf + 1 }),
        event({ kind: "ownerChanged", day: asOf + 1 }),
        event({ kind: "complaint", day: asOf + 1, closedDay: null }),
        event({ kind: "promise", day: asOf + 1, dueDay: asOf - 5, closedDay: null }),
      ),
    ).toEqual([]);
  });
});
