import { describe, expect, it } from "vitest";
import { lossShares, worklist } from "@/lib/metrics";
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
  const { lines } = worklist({
    assessments: [vestas, malmo, ostrobotnia, grenaa],
    lossShares: shares,
    nameOf,
  });

  it("comes by when first, then by revenue at risk", () => {
    expect(lines.map(({ name, group }) => [name, group])).toEqual([
      ["Grenaa Havn", "within14Days"],
      ["Ostrobotnia Mills", "within90Days"],
      ["Malmö Kyl", "later"],
    ]);
  });

  it("says what can be lost and what is at risk", () => {
    const rounded = lines.map((line) => [
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

  it("sleeps under a case that is in time, and is back when the deadline has passed", () => {
    const caseDue = (dueDay: number) =>
      listOf({ events: [{ kind: "case", day: today - 9, dueDay, closedDay: null }] });
    expect(caseDue(today).lines.length).toBe(0);
    expect(caseDue(today - 1).lines[0]?.reasons.map(({ code }) => code)).toContain("caseOverdue");
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
});
