import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinedTotals, mapTotals, type Person, partOfTotals, wilsonInterval } from "@/lib/metrics";
import {
  type AnswerValues,
  answer,
  asked,
  asOf,
  assess,
  contract,
  csat,
  day,
  no,
  notSure,
  nps,
  person,
  yes,
} from "./builders";
import { histories } from "./random-history";

const today = day("2026-10-02");
const million = 100_000_000;
const revenue = (pile: { revenueMinor: number }) => pile.revenueMinor / million;

const signer = (...values: AnswerValues) =>
  person("decisionMaker", [], {
    answers: values.map((value) => answer(value, { day: today - 9 })),
  });

function lot(accountId: string, yearly: number, people: readonly Person[] = []) {
  const contracts = [
    contract({
      values: [{ fromDay: 0, yearlyMinor: Math.round(yearly * million) }],
      renewal: { firstDay: day("2027-01-31"), everyMonths: 12 },
    }),
  ];
  return assess({ accountId, contracts, people }, today);
}

describe("the map's totals", () => {
  const lots = () => [
    lot("loyal", 8, [signer(nps(10), yes)]),
    lot("unhappy", 4, [signer(nps(2), no)]),
    lot("lukewarm", 3, [signer(nps(8))]),
    lot("unsure", 2, [signer(nps(9), notSure)]),
    lot("unheard", 1),
    lot("silent", 1, [person("user", [], { invitations: asked(today - 90, today - 20) })]),
    { ...lot("gone", 5), standing: null },
  ];

  it("are the same however the accounts are parted and joined, also with nobody in a part", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 7 }), { maxLength: 6 }), (cuts) => {
        const all = lots();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), all.length];
        const parts = edges.map((edge, at) => partOfTotals(all.slice(edge, edges[at + 1])));
        expect(joinedTotals(parts)).toEqual(mapTotals(all));
      }),
    );
    const other = { ...lot("late", 1), asOfDay: today + 1 };
    expect(() => joinedTotals([partOfTotals(lots()), partOfTotals([other])])).toThrow(RangeError);
  });

  it("put every active account in exactly one state, and nothing is left over", () => {
    const totals = mapTotals(lots());
    expect(revenue(totals.total)).toBe(19);
    const byState = Object.values(totals.states);
    expect(byState.reduce((sum, pile) => sum + pile.revenueMinor, 0) / million).toBe(19);
    expect(byState.reduce((sum, pile) => sum + pile.accounts, 0)).toBe(6);
    const decided = contract({ decisions: [{ day: today - 40, kind: "signed" }] });
    const { split, total } = mapTotals([
      assess({ accountId: "signed", contracts: [decided] }, today),
      assess({ accountId: "also signed", contracts: [decided] }, today),
      lot("by nobody known", 1),
    ]);
    expect(split).toEqual({
      chosenMinor: 2 * 500_00,
      byItselfMinor: 0,
      olderContractMinor: 0,
      notRecordedMinor: million,
    });
    expect(Object.values(split).reduce((a, b) => a + b, 0)).toBe(total.revenueMinor);
  });

  it("show passive as unhappy and lukewarm, and not proven as passive and unheard", () => {
    const totals = mapTotals(lots());
    expect([totals.states.passive, totals.unhappy, totals.lukewarm].map(revenue)).toEqual([
      9, 4, 5,
    ]);
    expect([totals.unheard, totals.notProven].map(revenue)).toEqual([2, 11]);
    expect(revenue(totals.unheardByReason.neverAsked)).toBe(1);
    expect(revenue(totals.unheardByReason.askedNoAnswer)).toBe(1);
  });

  it("show locked-in revenue as two numbers with the share that was asked", () => {
    const totals = mapTotals(lots());
    const { total, no: never, notSure: unsure } = totals.lockedIn;
    expect([total, never, unsure, totals.switchingAnswered].map(revenue)).toEqual([6, 4, 2, 14]);
    expect(totals.lockedInShare.value).toBeCloseTo(6 / 14, 10);
    expect(totals.lockedInShare.n).toBe(3);
  });

  it("show captive revenue among those who were asked for their alternatives", () => {
    const none = signer({ question: "relativeAdvantage", value: "noRealAlternative" });
    const same = signer({ question: "relativeAdvantage", value: "same" });
    const { captive, alternativeAnswered, captiveShare } = mapTotals([
      lot("captive", 3, [none]),
      lot("free", 1, [same]),
      lot("not asked", 5, [signer(nps(9))]),
    ]);
    expect([captive, alternativeAnswered].map(revenue)).toEqual([3, 4]);
    expect(captiveShare).toMatchObject({ value: 0.75, n: 2 });
  });

  it("count neither as staying nor as unheard what has given notice", () => {
    const ending = {
      ...lot("ending", 2, [signer(no)]),
      standing: { state: "leaving", part: null, reason: "noticeGiven" },
    } as const;
    const leaving = mapTotals([ending, { ...ending, attitude: lot("unheard", 2).attitude }]);
    expect(leaving.states.leaving.accounts).toBe(2);
    expect([leaving.staying, leaving.unheard, leaving.lockedIn.total].map(revenue)).toEqual([
      0, 0, 0,
    ]);
  });

  it("word the locked-in example: 9.6 m, 18 % of what was asked, 42 % asked", () => {
    const example = mapTotals([
      lot("yes", 44.7, [signer(nps(10), yes)]),
      lot("notSure", 6.4, [signer(nps(9), notSure)]),
      lot("no", 3.2, [signer(nps(9), no)]),
      lot("loyal, not asked", 32.3, [signer(nps(10))]),
      lot("passive, not asked", 31.6, [signer(nps(8))]),
      lot("unheard", 11),
    ]);
    expect(revenue(example.staying)).toBeCloseTo(129.2, 6);
    expect(revenue(example.states.loyal)).toBeCloseTo(77, 6);
    expect(revenue(example.states.passive)).toBeCloseTo(41.2, 6);
    expect(revenue(example.unheard)).toBeCloseTo(11, 6);
    expect(revenue(example.switchingAnswered)).toBeCloseTo(54.3, 6);
    const { total, no: never, notSure: unsure } = example.lockedIn;
    expect([total, never, unsure].map(revenue)).toEqual([9.6, 3.2, 6.4]);
    expect(Math.round((example.lockedInShare.value ?? 0) * 100)).toBe(18);
    const askedShare = revenue(example.switchingAnswered) / revenue(example.staying);
    expect(Math.round(askedShare * 100)).toBe(42);
  });

  it("refuse assessments of different days and name the account", () => {
    const other = assess({ accountId: "b", contracts: [contract()] }, today - 1);
    expect(() => mapTotals([lot("a", 1), other])).toThrow("account b was assessed on another day");
  });
});

/** Var = A / (A - 1) x sum of u squared / (sum of x) squared, u = y - R x; limits on the logit. */
function ratioLimits(rows: readonly { y: number; x: number }[]) {
  const total = rows.reduce((sum, { x }) => sum + x, 0);
  const ratio = rows.reduce((sum, { y }) => sum + y, 0) / total;
  const squares = rows.reduce((sum, { y, x }) => sum + (y - ratio * x) ** 2, 0);
  const error = Math.sqrt((rows.length / (rows.length - 1)) * squares) / total;
  const logit = Math.log(ratio / (1 - ratio));
  const half = (1.959963985 * error) / (ratio * (1 - ratio));
  const at = (x: number) => Math.exp(x) / (1 + Math.exp(x));
  return { ratio, low: at(logit - half), high: at(logit + half) };
}

describe("the doubt of the map's shares", () => {
  const sizes = [8, 4, 3, 2, 1, 1, 5, 2, 6, 3];
  const said: AnswerValues[] = [
    [nps(10), yes],
    [nps(2), no],
    [nps(8)],
    [nps(9), notSure],
    [],
    [],
    [csat(5)],
    [nps(8)],
    [nps(10), yes],
    [nps(9), yes],
  ];
  const totalsOfTen = () =>
    mapTotals(
      sizes.map((size, index) => {
        const values = said[index] ?? [];
        return lot(`a${index}`, size, values.length === 0 ? [] : [signer(...values)]);
      }),
    );

  it("is Wilson's for the share of accounts", () => {
    const totals = totalsOfTen();
    expect(totals.shares.passive.accounts).toEqual(wilsonInterval(4, 10));
    expect(totals.shares.unhappy.accounts).toEqual(wilsonInterval(1, 10));
    expect(totals.shares.notProven.accounts).toEqual(wilsonInterval(6, 10));
    expect(totals.shares.latent.accounts).toEqual(wilsonInterval(0, 10));
  });

  it("is the ratio's, with the account as unit, for the share of revenue", () => {
    const totals = totalsOfTen();
    const limitsOf = (isIn: readonly boolean[]) =>
      ratioLimits(sizes.map((x, index) => ({ y: isIn[index] ? x : 0, x })));
    const loyal = [true, false, false, false, false, false, true, false, true, true];
    const expected = limitsOf(loyal);
    const { revenue: share } = totals.shares.loyal;
    expect(share).toMatchObject({ n: 10, interval: { method: "ratioLogit", level: 0.95, n: 10 } });
    expect(share.value).toBeCloseTo(22 / 35, 12);
    if (share.value === null) throw new Error("no share");
    expect(share.interval?.low).toBeCloseTo(expected.low, 9);
    expect(share.interval?.high).toBeCloseTo(expected.high, 9);
    expect(share.interval?.effectiveN).toBeCloseTo(35 ** 2 / 169, 9);
  });

  it("is the ratio's among those who answered for locked in, inside 0 and 1 where few did", () => {
    const totals = totalsOfTen();
    const { value, n } = totals.lockedInShare;
    const rows = [8, 4, 2, 6, 3].map((x) => ({ y: x === 4 || x === 2 ? x : 0, x }));
    const expected = ratioLimits(rows);
    expect({ value, n }).toEqual({ value: expected.ratio, n: 5 });
    if (totals.lockedInShare.value === null) throw new Error("no share");
    expect(totals.lockedInShare.interval?.low).toBeCloseTo(expected.low, 9);
    expect(totals.lockedInShare.interval?.high).toBeCloseTo(expected.high, 9);
    expect(expected.low).toBeGreaterThan(0);
  });

  it("is Wilson's on the effective number of accounts where none or all are in a part", () => {
    const totals = totalsOfTen();
    const effective = 35 ** 2 / 169;
    const none = totals.shares.latent.revenue;
    const z2 = 1.959963985 ** 2;
    expect(none).toMatchObject({ value: 0, interval: { method: "wilson", low: 0 } });
    if (none.value === null) throw new Error("no share");
    expect(none.interval?.high).toBeCloseTo(z2 / (effective + z2), 9);
    const all = mapTotals([lot("a", 3, [signer(nps(9))]), lot("b", 1, [signer(nps(10))])]);
    expect(all.shares.loyal.revenue).toMatchObject({ value: 1, interval: { high: 1 } });
  });

  it("is of the active accounts alone, each in the part of its state", () => {
    const stateOf = (state: "latent" | "leaving") => {
      const one = lot(state, 1);
      if (one.standing === null) throw new Error("not active");
      return { ...one, standing: { ...one.standing, state } };
    };
    const gone = { ...lot("gone", 5), standing: null };
    const { shares } = mapTotals([stateOf("latent"), stateOf("leaving"), lot("unheard", 2), gone]);
    expect(shares.latent.accounts).toEqual(wilsonInterval(1, 3));
    expect(shares.leaving.accounts).toEqual(wilsonInterval(1, 3));
    expect(
      [shares.latent, shares.leaving, shares.notKnown].map((one) => one.revenue.value),
    ).toEqual([0.25, 0.25, 0.5]);
  });

  it("does not exist for a single account, and neither does a share of no revenue", () => {
    const one = mapTotals([lot("a", 3, [signer(nps(9))])]);
    expect(one.shares.loyal.revenue).toEqual({ value: 1, n: 1, interval: null });
    const none = mapTotals([]);
    expect(none.shares.loyal.revenue).toEqual({ value: null, n: 0, reason: "noData" });
    expect(none.shares.loyal.accounts).toEqual({ value: null, n: 0, reason: "noData" });
    expect(none.lockedInShare).toEqual({ value: null, n: 0, reason: "noData" });
    const credited = { ...lot("a", 1), revenue: { ...lot("a", 1).revenue, runningMinor: -5 } };
    expect(mapTotals([credited, credited]).shares.notKnown.revenue).toEqual({
      value: null,
      n: 2,
      reason: "zeroDenominator",
    });
  });

  it("always holds its share, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(histories, (list) => {
        const { shares, lockedInShare, captiveShare } = mapTotals(list.map((one) => assess(one)));
        const all = Object.values(shares).flatMap((share) => [share.accounts, share.revenue]);
        for (const share of [...all, lockedInShare, captiveShare]) {
          if (share.value === null || share.interval === null) continue;
          const { low, high } = share.interval;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(share.value + 1e-12);
          expect(high).toBeGreaterThanOrEqual(share.value - 1e-12);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("agrees with the piles: a share of revenue is the pile over the total", () => {
    const totals = totalsOfTen();
    const { total } = totals;
    for (const part of ["unhappy", "lukewarm", "unheard", "notProven"] as const) {
      const share = totals.shares[part];
      expect(share.revenue.value).toBeCloseTo(totals[part].revenueMinor / total.revenueMinor, 12);
      expect(share.accounts.value).toBeCloseTo(totals[part].accounts / total.accounts, 12);
    }
    for (const state of ["loyal", "passive", "latent", "leaving", "notKnown"] as const)
      expect(totals.shares[state].revenue.value).toBeCloseTo(
        totals.states[state].revenueMinor / total.revenueMinor,
        12,
      );
  });
});

describe("coverage in running revenue", () => {
  const heardBy = (role: "decisionMaker" | "user", on: number) => [
    person(role, [], {
      answers: [answer(nps(9), { day: on })],
      invitations: asked(on - 2),
    }),
  ];
  const worth = (accountId: string, yearlyMinor: number, people: readonly Person[]) =>
    assess({
      accountId,
      contracts: [contract({ values: [{ fromDay: 0, yearlyMinor }] })],
      people,
    });
  const revenues = (lots: readonly ReturnType<typeof worth>[]) =>
    Object.fromEntries(
      Object.entries(mapTotals(lots).coverage).map(([key, pile]) => [key, pile.revenueMinor]),
    );

  it("counts asked, heard and signer heard in the quarter, known in the year", () => {
    const coverage = revenues([
      worth("signer", 1000, heardBy("decisionMaker", asOf - 10)),
      worth("user", 200, heardBy("user", asOf - 10)),
      worth("long ago", 30, heardBy("decisionMaker", asOf - 300)),
      worth("never", 4, []),
    ]);
    expect(coverage).toEqual({
      total: 1234,
      asked: 1200,
      heard: 1200,
      signerHeard: 1000,
      known: 1230,
      silent: 0,
      notAsked: 34,
    });
  });

  it("is 91 % asked, 71 % heard and 41 % signer heard in the example of 148.0 m", () => {
    const onlyAsked = [person("user", [], { invitations: asked(asOf - 20) })];
    const { total, ...coverage } = revenues([
      worth("signers", 614, heardBy("decisionMaker", asOf - 10)),
      worth("users", 1051 - 614, heardBy("user", asOf - 10)),
      worth("asked", 1347 - 1051, onlyAsked),
      worth("never", 1480 - 1347, []),
    ]);
    const percent = (key: string) => Math.round(((coverage[key] ?? 0) / (total ?? 1)) * 100);
    expect([total, ...["asked", "heard", "signerHeard"].map(percent)]).toEqual([1480, 91, 71, 41]);
  });
});
