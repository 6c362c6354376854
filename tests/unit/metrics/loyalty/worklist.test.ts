import { describe, expect, it } from "vitest";
import { lossShare, lossShares, mapTotals, worklist } from "@/lib/metrics";
import {
  answer,
  asked,
  assess,
  contract,
  day,
  event,
  no,
  notSure,
  nps,
  orders,
  person,
  yes,
} from "./builders";

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

describe("loss shares", () => {
  it("are shrunk to the assumption by 20 mean accounts: 11.9 %", () => {
    const passive = lossShare({
      lostMinor: 6.6,
      baseMinor: 60,
      meanRunningMinor: 0.82,
      assumed: 0.15,
      accountYears: 61,
    });
    expect(passive.value).toBeCloseTo(0.119, 3);
    expect(passive).toMatchObject({ basis: "learned", accountYears: 61 });
  });

  it("are assumed below 30 account-years, and count a shrunk account by what it lost", () => {
    const spans = [
      { state: "passive", openingMinor: 100, closingMinor: 60 },
      { state: "passive", openingMinor: 100, closingMinor: 130 },
    ] as const;
    expect(lossShares(spans, 10).passive).toEqual({
      value: (40 + 30) / (200 + 200),
      basis: "assumed",
      accountYears: 2,
    });
  });

  it("refuse more lost than there was", () => {
    const input = {
      lostMinor: 2,
      baseMinor: 1,
      meanRunningMinor: 1,
      assumed: 0.1,
      accountYears: 1,
    };
    expect(() => lossShare(input)).toThrow(RangeError);
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

describe("the renewal signal", () => {
  it("is at risk for Grenaa Havn by S1, S3, S5, W4, W5 and W8, while the manager says safe: they differ", () => {
    const people = [
      signer(4),
      person("influencer", [], { personId: "j", answers: [answer(nps(8), { day: today - 20 })] }),
      person("user", [], { personId: "l", answers: [answer(nps(9), { day: today - 20 })] }),
    ];
    const complaint = (ago: number) =>
      event({ kind: "complaint", day: today - ago, closedDay: today - ago + 3 });
    const { signal } = assess(
      {
        contracts: [decides("2026-10-15", 6.1)],
        people,
        events: [
          event({
            kind: "negotiation",
            day: today - 400,
            closedDay: today - 379,
            isSigned: true,
            discountAsked: 0.05,
            rounds: 2,
          }),
          event({
            kind: "negotiation",
            day: today - 34,
            closedDay: null,
            isSigned: false,
            discountAsked: 0.12,
            rounds: 2,
          }),
          event({ kind: "rivalNamed", day: today - 12 }),
          event({
            kind: "promise",
            day: day("2026-07-15"),
            dueDay: day("2026-08-15"),
            closedDay: null,
          }),
          complaint(20),
          complaint(90),
          complaint(200),
          event({ kind: "managerCall", day: day("2026-09-18"), call: "safe" }),
        ],
      },
      today,
    );
    expect(signal.codes).toEqual(["S1", "S3", "S5", "W4", "W5", "W8"]);
    expect(signal).toMatchObject({ verdict: "atRisk", theyDiffer: true });
    expect(signal.call).toEqual({ call: "safe", day: day("2026-09-18"), isOld: false });
  });

  const verdictOf = (more: Parameters<typeof assess>[0]) =>
    assess({ contracts: [decides("2027-01-31", 1)], ...more }, today).signal;

  it("is on track with a convinced signer, cannot say without any, watch for one or two weak rules", () => {
    expect(verdictOf({ people: [signer(9)] }).verdict).toBe("onTrack");
    expect(verdictOf({}).verdict).toBe("cannotSay");
    expect(verdictOf({ people: [signer(8)] })).toMatchObject({ verdict: "watch", codes: ["W1"] });
  });

  it("is at risk by any strong rule or three weak ones", () => {
    const switching = (value: typeof no) =>
      person("decisionMaker", [], { answers: [answer(value, { day: today - 9 })] });
    expect(verdictOf({ people: [switching(no)] }).codes).toEqual(["S1", "S2"]);
    expect(verdictOf({ people: [switching(notSure)] })).toMatchObject({ verdict: "watch" });
    expect(verdictOf({ people: [switching(yes)] }).verdict).toBe("onTrack");
    const weak = verdictOf({
      people: [signer(8)],
      events: [
        event({ kind: "ownerChanged", day: today - 9 }),
        event({ kind: "complaint", day: today - 3, closedDay: null }),
      ],
    });
    expect(weak).toMatchObject({ verdict: "atRisk", codes: ["W1", "W4", "W7"] });
  });

  it("turns the manager's call grey after 60 days", () => {
    const call = (ago: number) =>
      verdictOf({ events: [event({ kind: "managerCall", day: today - ago, call: "unsure" })] })
        .call;
    expect(call(60)?.isOld).toBe(false);
    expect(call(61)?.isOld).toBe(true);
  });
});

describe("the map's totals", () => {
  const lot = (accountId: string, yearly: number, people: Parameters<typeof assess>[0]["people"]) =>
    assess({ accountId, contracts: [decides("2027-01-31", yearly)], people: people ?? [] }, today);
  const answers = (...values: (typeof no)[]) =>
    person("decisionMaker", [], {
      answers: values.map((value) => answer(value, { day: today - 9 })),
    });
  const totals = mapTotals([
    lot("loyal", 8, [answers(nps(10), yes)]),
    lot("unhappy", 4, [answers(nps(2), no)]),
    lot("lukewarm", 3, [answers(nps(8))]),
    lot("unsure", 2, [answers(nps(9), notSure)]),
    lot("unheard", 1, []),
    lot("silent", 1, [person("user", [], { invitations: asked(today - 90, today - 20) })]),
    { ...lot("gone", 5, []), standing: null, lenientState: null },
  ]);
  const revenue = (pile: { revenueMinor: number }) => pile.revenueMinor / million;

  it("put every active account in exactly one state, and nothing is left over", () => {
    expect(revenue(totals.total)).toBe(19);
    const byState = Object.values(totals.states);
    expect(byState.reduce((sum, pile) => sum + pile.revenueMinor, 0) / million).toBe(19);
    expect(byState.reduce((sum, pile) => sum + pile.accounts, 0)).toBe(6);
  });

  it("show passive as unhappy and lukewarm, and not proven as passive and unheard", () => {
    expect([totals.states.passive, totals.unhappy, totals.lukewarm].map(revenue)).toEqual([
      9, 4, 5,
    ]);
    expect([totals.unheard, totals.notProven].map(revenue)).toEqual([2, 11]);
    expect(revenue(totals.unheardByReason.neverAsked)).toBe(1);
    expect(revenue(totals.unheardByReason.askedNoAnswer)).toBe(1);
  });

  it("show locked-in revenue as two numbers with the share that was asked", () => {
    const { total, no: never, notSure: unsure } = totals.lockedIn;
    expect([total, never, unsure, totals.switchingAnswered].map(revenue)).toEqual([6, 4, 2, 14]);
    expect(totals.lockedInShare.value).toBeCloseTo(6 / 14, 10);
    expect(totals.lockedInShare.n).toBe(3);
  });

  it("print their sensitivity: what is passive if 8 and CSat 4 counted as yes", () => {
    expect([totals.lenientStates.passive, totals.lenientStates.loyal].map(revenue)).toEqual([
      6, 11,
    ]);
  });

  it("word the locked-in example: 9.6 m, 18 % of what was asked, 42 % asked", () => {
    const rows = (state: string, amount: number, people: Parameters<typeof lot>[2]) =>
      lot(state, amount, people);
    const example = mapTotals([
      rows("yes", 44.7, [answers(nps(10), yes)]),
      rows("notSure", 6.4, [answers(nps(9), notSure)]),
      rows("no", 3.2, [answers(nps(9), no)]),
      rows("loyal, not asked", 32.3, [answers(nps(10))]),
      rows("passive, not asked", 31.6, [answers(nps(8))]),
      rows("unheard", 11, []),
    ]);
    expect(revenue(example.staying)).toBeCloseTo(129.2, 6);
    expect(revenue(example.states.loyal)).toBeCloseTo(77, 6);
    expect(revenue(example.states.passive)).toBeCloseTo(41.2, 6);
    expect(revenue(example.lockedIn.total)).toBeCloseTo(9.6, 6);
    expect(example.lockedInShare.value).toBeCloseTo(0.18, 2);
    expect(revenue(example.switchingAnswered) / revenue(example.staying)).toBeCloseTo(0.42, 2);
  });

  it("refuse assessments of different days", () => {
    const other = assess({ contracts: [decides("2027-01-31", 1)] }, today - 1);
    expect(() => mapTotals([grenaa, other])).toThrow(RangeError);
  });
});
