import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netPromoterScore, npsByAccount, npsByRevenue } from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { expectContained, known, limitsOf } from "../intervals";
import { accounts, answersOf, scores } from "./groups";

const alone = (list: readonly number[]) => list.map((one) => ({ scores: [one], revenueMinor: 7 }));

describe("the NPS by account", () => {
  it("gives every account one voice", () => {
    const nps = npsByAccount([
      { scores: [9, 9, 0], revenueMinor: 5 },
      { scores: [0], revenueMinor: 1 },
      { scores: [], revenueMinor: 9 },
    ]);
    expect(nps).toMatchObject({ n: 2, heardShare: expect.closeTo(2 / 3, 12) });
    expect(nps.value).toBeCloseTo(-100 / 3, 10);
    const bounds = known(nps).bounds;
    expect(bounds.low).toBeCloseTo((2 * (-100 / 3) - 100) / 3, 10);
    expect(bounds.high).toBeCloseTo((2 * (-100 / 3) + 100) / 3, 10);
  });

  it("of accounts with one answer each is the plain score with its very interval", () => {
    fc.assert(
      fc.property(scores, fc.nat({ max: 30 }), (list, silent) => {
        if (list.length === 0) return;
        const population = list.length + silent;
        const plain = known(netPromoterScore(list, { population }));
        const quiet = Array.from({ length: silent }, () => ({ scores: [], revenueMinor: 7 }));
        for (const measure of [npsByAccount, npsByRevenue]) {
          const nps = known(measure([...alone(list), ...quiet]));
          expect(nps.value).toBeCloseTo(plain.value, 9);
          expect(nps.interval.low).toBeCloseTo(plain.interval.low, 8);
          expect(nps.interval.high).toBeCloseTo(plain.interval.high, 8);
          expect(nps.interval.population).toBe(population);
        }
      }),
    );
  });

  it("of people inside one account is no surer than of one: the account is the unit", () => {
    const crowd = (size: number) =>
      [10, 8, 3, 10, 10, 2, 9, 7].map((one) => ({
        scores: Array<number>(size).fill(one),
        revenueMinor: 1,
      }));
    expect(limitsOf(npsByAccount(crowd(9)))).toEqual(limitsOf(npsByAccount(crowd(1))));
  });

  it("holds the truth in about 95 of 100 samples, of a dozen accounts that nearly all agree too", () => {
    // 92 % promoters, 8 % passives: the plain ratio estimator holds it in about 63 of 100.
    let held = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const random = seededRandom(seed);
      const answer = () => (random() < 0.92 ? 10 : 8);
      const sample = Array.from({ length: 12 }, () => ({ scores: [answer()], revenueMinor: 1 }));
      const { interval } = known(npsByAccount([...sample, ...Array(400).fill(silent)]));
      if (interval.low <= 92 && 92 <= interval.high) held += 1;
    }
    expect(held / 300).toBeGreaterThan(0.92);
  });

  it("stays on the scale, inside its interval and its bounds", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        for (const nps of [npsByAccount(list), npsByRevenue(list)]) {
          if (nps.value === null) continue;
          expect(Math.abs(nps.value)).toBeLessThanOrEqual(100);
          expectContained(nps);
          expect(nps.interval.low).toBeGreaterThanOrEqual(-100);
          expect(nps.interval.high).toBeLessThanOrEqual(100);
          expect(nps.bounds.low).toBeLessThanOrEqual(nps.value + 1e-9);
          expect(nps.bounds.high).toBeGreaterThanOrEqual(nps.value - 1e-9);
        }
      }),
    );
  });

  it("does not depend on row order, duplicates of every account, or the currency", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 2, max: 100 }), (list, factor) => {
        const scaled = list.map((one) => ({ ...one, revenueMinor: one.revenueMinor * factor }));
        for (const other of [list.toReversed(), [...list, ...list], scaled])
          for (const measure of [npsByAccount, npsByRevenue]) {
            const plain = measure(list);
            if (plain.value === null) expect(measure(other).value).toBeNull();
            else expect(measure(other).value).toBeCloseTo(plain.value, 8);
          }
      }),
    );
  });
});

const silent = { scores: [], revenueMinor: 1 };

describe("the NPS by revenue", () => {
  it("weighs every account by its revenue", () => {
    const nps = known(
      npsByRevenue([
        { scores: [9], revenueMinor: 300 },
        { scores: [0, 10], revenueMinor: 100 },
      ]),
    );
    expect(nps.value).toBe(75);
    expect(nps.heardShare).toBe(1);
    expect(limitsOf(nps)).toEqual([75, 75]);
  });

  it("has a small effective n where one account carries the revenue", () => {
    const nps = known(
      npsByRevenue([
        { scores: [9], revenueMinor: 98 },
        { scores: [0], revenueMinor: 1 },
        { scores: [0], revenueMinor: 1 },
        { scores: [], revenueMinor: 100 },
      ]),
    );
    expect(nps.value).toBeCloseTo(96, 10);
    expect(nps.interval.effectiveN).toBeCloseTo(100 ** 2 / (98 ** 2 + 2), 10);
    expect(nps.heardShare).toBeCloseTo(0.5, 12);
  });

  it("bounds count silent revenue for and against", () => {
    const nps = known(
      npsByRevenue([
        { scores: [10], revenueMinor: 60 },
        { scores: [], revenueMinor: 40 },
      ]),
    );
    expect(nps.bounds).toEqual({ low: expect.closeTo(20, 10), high: expect.closeTo(100, 10) });
  });

  it("of segments merges to the revenue-weighted whole", () => {
    fc.assert(
      fc.property(accounts, accounts, (a, b) => {
        const [first, second, whole] = [a, b, [...a, ...b]].map((list) => npsByRevenue(list));
        if (first?.value == null || second?.value == null || whole?.value == null) return;
        const heard = (list: typeof a) =>
          list.reduce((sum, one) => sum + (one.scores.length > 0 ? one.revenueMinor : 0), 0);
        const total = first.value * heard(a) + second.value * heard(b);
        expect(whole.value).toBeCloseTo(total / (heard(a) + heard(b)), 6);
      }),
    );
  });
});

describe("neither score", () => {
  it("is known of silence, or of answers without revenue", () => {
    const none = { value: null, n: 0, reason: "noData" };
    expect(npsByAccount([])).toEqual(none);
    expect(npsByRevenue([silent])).toEqual(none);
    const poor = [{ scores: [9], revenueMinor: 0 }];
    expect(npsByRevenue(poor)).toEqual({ value: null, n: 1, reason: "zeroDenominator" });
    expect(npsByAccount(poor)).toMatchObject({ value: 100 });
  });

  it("takes bad data: the error names account and row", () => {
    const good = { scores: answersOf(1, 1, 1), revenueMinor: 1 };
    expect(() => npsByAccount([good, { scores: [9, 11], revenueMinor: 1 }])).toThrow(
      /^accounts\[1\]\.scores\[1\] must lie between 0 and 10/,
    );
    expect(() => npsByRevenue([{ ...good, revenueMinor: -1 }])).toThrow(
      /^accounts\[0\]\.revenueMinor must be/,
    );
    expect(() => npsByAccount([{ ...good, revenueMinor: Number.NaN }])).toThrow(RangeError);
  });
});
