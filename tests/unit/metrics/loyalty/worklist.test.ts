import { describe, expect, it } from "vitest";
import {
  type AccountEvent,
  type Contract,
  lossShares,
  revenueAtRisk,
  worklist,
} from "@/lib/metrics";
import { answer, assess, contract, day, event, nps, orders, person } from "./builders";

const today = day("2026-10-02");
const million = 100_000_000;
const shares = lossShares([], 0);
const nameOf = (id: string) => id;
const signer = (value: number, on = today - 20) =>
  person("decisionMaker", [], { answers: [answer(nps(value), { day: on })] });

const decides = (on: string, yearly: number, everyMonths = 12) =>
  contract({
    values: [{ fromDay: 0, yearlyMinor: yearly * million }],
    renewal: { firstDay: day(on), everyMonths },
    noticeDays: 0,
  });

const grenaa = assess(
  {
    accountId: "Grenaa Havn",
    contracts: [decides("2026-10-15", 6.1)],
    people: [signer(4)],
    events: [{ kind: "promise", day: today - 60, dueDay: day("2026-08-15"), closedDay: null }],
  },
  today,
);
const ostrobotnia = assess(
  {
    accountId: "Ostrobotnia Mills",
    people: [signer(7)],
    rows: orders(
      Array.from({ length: 24 }, (_, i) => day("2026-11-24") - 120 - 30 * (23 - i)),
      0.298 * million,
    ),
  },
  today,
);
const malmo = assess(
  { accountId: "Malmö Kyl", contracts: [decides("2027-01-31", 5.29)], people: [signer(8)] },
  today,
);
const vestas = assess(
  {
    accountId: "Vestas Kran",
    contracts: [decides("2028-06-30", 9)],
    people: [signer(9)],
    wallets: [
      { category: "cranes", day: today - 9, ownMinor: 3, categoryMinor: 10, provenance: "asked" },
    ],
  },
  today,
);

describe("the worklist of 2 October", () => {
  const assessments = [vestas, malmo, ostrobotnia, grenaa];
  const listed = () => worklist({ assessments, lossShares: shares, nameOf }).lines;

  it("comes by when first, then by revenue at risk", () => {
    expect(listed().map(({ name, group }) => [name, group])).toEqual([
      ["Grenaa Havn", "within14Days"],
      ["Ostrobotnia Mills", "within90Days"],
      ["Malmö Kyl", "later"],
    ]);
  });

  it("says what can be lost and what is at risk", () => {
    const rounded = listed().map((line) => [
      Math.round(line.canBeLostMinor / 1e6) / 100,
      line.lossShare.value,
      Math.round(line.atRiskMinor / 1e6) / 100,
    ]);
    expect(rounded).toEqual([
      [6.1, 0.15, 0.92],
      [2.98, 0.35, 1.04],
      [5.29, 0.15, 0.79],
    ]);
  });

  it("gives the date each one counts to, and codes for its reasons", () => {
    const lines = listed();
    expect(lines.map(({ byWhenDay }) => byWhenDay)).toEqual([
      day("2026-10-15"),
      day("2026-11-24"),
      day("2027-01-31"),
    ]);
    expect(lines[0]?.reasons.map(({ code }) => code)).toEqual([
      "decisionNear",
      "signerBelowLine",
      "promiseOverdue",
    ]);
    expect(lines[1]?.reasons.map(({ code }) => code)).toEqual(["signerBelowLine", "late"]);
    expect(lines[0]?.lossShare.basis).toBe("assumed");
  });

  it("leaves out a contract bound until 2028: nothing is at risk this year, there is room to grow", () => {
    expect(vestas.canBeLostMinor).toBe(0);
    expect(vestas.tags).toEqual(["boundUntil", "roomToGrow"]);
    expect(vestas.triggers).toEqual([]);
  });
});

describe("a line on the worklist", () => {
  const base = { contracts: [decides("2026-12-20", 1)], people: [signer(3)] };
  const listOf = (more: Parameters<typeof assess>[0]) =>
    worklist({ assessments: [assess({ ...base, ...more }, today)], lossShares: shares, nameOf });

  it("sleeps until a next step's date, unless there is newer evidence", () => {
    const asleep = listOf({ events: [{ kind: "nextStep", day: today - 1, dueDay: today + 9 }] });
    expect([asleep.lines.length, asleep.asleep.length]).toEqual([0, 1]);
    const woken = listOf({ events: [{ kind: "nextStep", day: today - 25, dueDay: today + 9 }] });
    expect(woken.lines.length).toBe(1);
    const due = listOf({ events: [{ kind: "nextStep", day: today - 1, dueDay: today }] });
    expect(due.lines.length).toBe(1);
  });

  it("goes by the step logged last, of two of one day by the later date, in any order", () => {
    const step = (day: number, dueDay: number) => event({ kind: "nextStep", day, dueDay });
    const awake = (...events: AccountEvent[]) => listOf({ events }).lines.length;
    const oneDay = [step(today - 1, today + 9), step(today - 1, today)];
    const twoDays = [step(today - 2, today + 9), step(today - 1, today)];
    expect([awake(...oneDay), awake(...oneDay.toReversed())]).toEqual([0, 0]);
    expect([awake(...twoDays), awake(...twoDays.toReversed())]).toEqual([1, 1]);
  });

  it("sleeps under a case that is in time, and is back when the deadline has passed", () => {
    const caseDue = (dueDay: number) =>
      listOf({ events: [{ kind: "case", day: today - 9, dueDay, closedDay: null }] });
    expect(caseDue(today).lines.length).toBe(0);
    expect(caseDue(today).asleep.length).toBe(1);
    expect(caseDue(today - 1).lines[0]?.reasons.map(({ code }) => code)).toContain("caseOverdue");
    const without = listOf({
      events: [{ kind: "case", day: today - 9, dueDay: null, closedDay: null }],
    });
    expect(without.lines.length).toBe(1);
    const closed = listOf({
      events: [{ kind: "case", day: today - 9, dueDay: today + 9, closedDay: today - 1 }],
    });
    expect(closed.lines.length).toBe(1);
  });

  it("is woken from a case by evidence that is newer than it, and sleeps under a case opened after that", () => {
    const opened = (on: number) =>
      event({ kind: "case", day: on, dueDay: today + 9, closedDay: null });
    const rival = event({ kind: "rivalNamed", day: today - 5 });
    const awake = (...events: AccountEvent[]) =>
      listOf({ events: [rival, ...events] }).lines.length;
    expect(awake(opened(today - 9))).toBe(1);
    expect(awake(opened(today - 5))).toBe(0);
    expect(awake(opened(today - 9), opened(today - 2))).toBe(0);
    const step = event({ kind: "nextStep", day: today - 4, dueDay: today + 1 });
    expect(awake(opened(today - 9), step)).toBe(0);
    expect(awake(opened(today - 9), { ...step, day: today - 6 })).toBe(1);
  });

  it("counts a promise in time neither as a case nor as a reason", () => {
    const { lines } = listOf({
      events: [{ kind: "promise", day: today - 9, dueDay: today + 9, closedDay: null }],
    });
    expect(lines[0]?.reasons.map(({ code }) => code)).toEqual(["decisionNear", "signerBelowLine"]);
  });

  it("shows three reasons in order and counts the rest", () => {
    const [line] = listOf({
      contracts: [
        { ...decides("2026-12-20", 1), noticeGivenDay: today - 3 },
        decides("2026-12-20", 1),
      ],
      events: [
        event({ kind: "rivalNamed", day: today - 3 }),
        event({ kind: "promise", day: today - 60, dueDay: today - 2, closedDay: null }),
        event({ kind: "complaint", day: today - 9, closedDay: null }),
        event({ kind: "ownerChanged", day: today - 9 }),
      ],
    }).lines;
    expect(line?.reasons.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(line?.moreReasons).toBe(4);
  });

  it("counts silence only above the median running revenue, and asks rather than calls when we never asked", () => {
    const quiet = (accountId: string, yearly: number) =>
      assess({ accountId, contracts: [decides("2029-01-01", yearly, 36)] }, today);
    const { lines } = worklist({
      assessments: [quiet("small", 1), quiet("middle", 2), quiet("large", 3)],
      lossShares: shares,
      nameOf,
    });
    expect(lines.map(({ name, action }) => [name, action])).toEqual([["large", "ask"]]);
  });

  it("asks for a review where the manager's call and the signal differ", () => {
    const call = event({ kind: "managerCall", day: today - 14, call: "safe" });
    expect(listOf({ events: [call] }).lines[0]?.action).toBe("review");
  });

  it("tells the action of its first reason, asks where nobody was ever asked, and calls otherwise", () => {
    const actionOf = (more: Parameters<typeof assess>[0]) => listOf(more).lines[0]?.action;
    const bound = [decides("2029-01-01", 1, 36)];
    const dued = (kind: "promise" | "case") =>
      event({ kind, day: today - 60, dueDay: today - 2, closedDay: null });
    const calm = { contracts: bound, people: [signer(9)] };
    expect(actionOf({ ...calm, events: [dued("promise")] })).toBe("closePromise");
    expect(actionOf({ ...calm, events: [dued("case")] })).toBe("closeCase");
    expect(actionOf({ contracts: [decides("2026-12-20", 1)], people: [] })).toBe("ask");
    expect(actionOf({})).toBe("logCall");
    const shrunk = {
      ...decides("2029-01-01", 1, 36),
      values: [
        { fromDay: 0, yearlyMinor: 1000 },
        { fromDay: today - 40, yearlyMinor: 500 },
      ],
    };
    const events = [event({ kind: "contact", day: today - 9, hintsNotice: false })];
    expect(actionOf({ contracts: [shrunk], people: [], events })).toBe("ask");
    expect(actionOf({ contracts: [shrunk], people: [signer(9)] })).toBe("logCall");
    const call = event({ kind: "managerCall", day: today - 14, call: "safe" });
    const leaving = [{ ...decides("2026-12-20", 1), noticeGivenDay: today - 3 }];
    expect(actionOf({ contracts: leaving, events: [call] })).toBe("logCall");
  });

  it("stands in its group up to 14 and up to 90 days, later without a date", () => {
    const groupOf = (ahead: number) => {
      const one = contract({
        renewal: { firstDay: today + ahead, everyMonths: 12 },
        noticeDays: 0,
      });
      return listOf({ contracts: [one] }).lines[0]?.group;
    };
    expect([0, 14, 15, 90, 91].map(groupOf)).toEqual([
      "within14Days",
      "within14Days",
      "within90Days",
      "within90Days",
      "later",
    ]);
    const endless = contract({ renewal: null });
    const [line] = listOf({ contracts: [endless] }).lines;
    expect(line).toMatchObject({ group: "later", byWhenDay: null });
  });

  it("comes by revenue at risk inside a group, then by name, then by account", () => {
    const one = (accountId: string, yearly: number) =>
      assess({ ...base, accountId, contracts: [decides("2026-12-20", yearly)] }, today);
    const { lines } = worklist({
      assessments: [one("d", 1), one("b", 1), one("c", 2), one("a", 1)],
      lossShares: shares,
      nameOf: (id) => (id === "d" ? "A" : "B"),
    });
    expect(lines.map(({ accountId }) => accountId)).toEqual(["c", "d", "a", "b"]);
  });

  it("sleeps in the same order", () => {
    const events = [event({ kind: "nextStep", day: today - 1, dueDay: today + 9 })];
    const one = (accountId: string, yearly: number) =>
      assess({ ...base, accountId, events, contracts: [decides("2026-12-20", yearly)] }, today);
    const { lines, asleep } = worklist({
      assessments: [one("a", 1), one("b", 3), one("c", 2)],
      lossShares: shares,
      nameOf,
    });
    expect([lines, asleep.map(({ accountId }) => accountId)]).toEqual([[], ["b", "c", "a"]]);
  });

  it("leaves accounts out that are not active, and has none where nothing holds", () => {
    const gone = { ...assess(base, today), standing: null };
    expect(worklist({ assessments: [gone], lossShares: shares, nameOf })).toEqual({
      lines: [],
      asleep: [],
    });
    expect(revenueAtRisk(gone, shares)).toBeNull();
  });
});

describe("by when", () => {
  const promise = (dueDay: number) =>
    event({ kind: "promise", day: today - 60, dueDay, closedDay: null });
  const byWhen = (more: Parameters<typeof assess>[0]) => assess(more, today).byWhenDay;
  const decidesIn = (ahead: number) => [
    contract({ renewal: { firstDay: today + ahead, everyMonths: 12 }, noticeDays: 0 }),
  ];

  it("is the earliest of decision date, case and promise", () => {
    const events = [promise(today + 30), promise(today + 50)];
    expect(byWhen({ contracts: decidesIn(40), events })).toBe(today + 30);
    expect(byWhen({ contracts: decidesIn(20), events })).toBe(today + 20);
    const other = [event({ kind: "case", day: today, dueDay: today + 7, closedDay: null })];
    expect(byWhen({ contracts: decidesIn(20), events: other })).toBe(today + 7);
    expect(byWhen({ contracts: [contract({ renewal: null })] })).toBeNull();
  });

  it("is a date within 14 days rather than one that has passed, else the one that has passed", () => {
    const events = [promise(today - 48)];
    expect(byWhen({ contracts: decidesIn(13), events })).toBe(today + 13);
    expect(byWhen({ contracts: decidesIn(14), events })).toBe(today + 14);
    expect(byWhen({ contracts: decidesIn(15), events })).toBe(today - 48);
    expect(byWhen({ contracts: decidesIn(0), events })).toBe(today);
    const two = [promise(today - 48), promise(today - 9)];
    expect(byWhen({ contracts: decidesIn(60), events: two })).toBe(today - 48);
  });

  it("keeps the line in the first group where something is overdue", () => {
    const given = { contracts: decidesIn(60), people: [signer(9)], events: [promise(today - 5)] };
    const list = worklist({ assessments: [assess(given, today)], lossShares: shares, nameOf });
    expect(list.lines[0]).toMatchObject({ group: "within14Days", byWhenDay: today - 5 });
  });

  it("is the day a late account counts as lost, and no such day for one in time", () => {
    const stopped = (since: number) => ({
      rows: orders(Array.from({ length: 30 }, (_, i) => today - since - 30 * i)),
    });
    expect(byWhen(stopped(61))).toBe(today - 61 + 120);
    expect(byWhen(stopped(60))).toBeNull();
    const large = contract({ renewal: null, values: [{ fromDay: 0, yearlyMinor: million }] });
    expect(byWhen({ ...stopped(61), contracts: [large] })).toBeNull();
  });

  it("is the end under notice, and what was closed or is to come counts for nothing", () => {
    const ending = { ...decidesIn(40)[0], noticeGivenDay: today - 3 } as Contract;
    expect(byWhen({ contracts: [ending] })).toBe(today + 40);
    const closed = event({
      kind: "promise",
      day: today - 9,
      dueDay: today + 3,
      closedDay: today - 1,
    });
    const later = event({ kind: "promise", day: today + 1, dueDay: today + 3, closedDay: null });
    expect(byWhen({ contracts: decidesIn(40), events: [closed, later] })).toBe(today + 40);
  });
});
