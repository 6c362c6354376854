import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netPromoterDifference, pairedNetPromoterDifference } from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { expectContained, known, limitsOf } from "../intervals";
import { answersOf, score, scores } from "./groups";

const pairs = fc.array(fc.record({ now: score, before: score }), { maxLength: 40 });

describe("the NPS difference of two groups of people", () => {
  it("is worked by hand: 70/20/10 of 100 against 55/25/20 of 80", () => {
    const difference = known(netPromoterDifference(answersOf(70, 20, 10), answersOf(44, 20, 16)));
    expect(difference.value).toBe(25);
    const part = (promoters: number, detractors: number, n: number) => {
      const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
      return { centre: p - d, squared: (p + d - (p - d) ** 2) / (n + 3) };
    };
    const [a, b] = [part(70, 10, 100), part(44, 16, 80)];
    const half = 1.959963985 * Math.sqrt(a.squared + b.squared);
    const [low, high] = limitsOf(difference);
    expect(low).toBeCloseTo(100 * (a.centre - b.centre - half), 8);
    expect(high).toBeCloseTo(100 * (a.centre - b.centre + half), 8);
    expect(difference).toMatchObject({ isRealChange: true, n: 180 });
    expect(difference.interval?.method).toBe("adjustedWald");
    expect(difference.pValue).toBeCloseTo(0.02487, 4);
  });

  it("of a group with itself is no change", () => {
    fc.assert(
      fc.property(scores, (list) => {
        const difference = netPromoterDifference(list, list);
        expect(difference.isRealChange).toBe(list.length === 0 ? null : false);
        expect(difference.pValue).toBe(list.length === 0 ? null : 1);
      }),
    );
  });

  it("contains its difference, turns its sign with the groups, and stays within 200 points", () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const there = netPromoterDifference(a, b);
        const back = netPromoterDifference(b, a);
        expectContained(there);
        if (there.value === null) {
          expect(back.value).toBeNull();
          return;
        }
        expect(back.value).toBeCloseTo(-there.value, 9);
        expect(back.isRealChange).toBe(there.isRealChange);
        const [low, high] = limitsOf(there);
        expect(Math.max(-low, high)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it("is capped where one group is all for and the other all against", () => {
    const all = known(netPromoterDifference(answersOf(40, 0, 0), answersOf(0, 0, 40)));
    expect(all).toMatchObject({ value: 200, isRealChange: true, interval: { high: 200 } });
    const back = known(netPromoterDifference(answersOf(0, 0, 40), answersOf(40, 0, 0)));
    expect(back).toMatchObject({ value: -200, isRealChange: true, interval: { low: -200 } });
  });

  it("needs both groups, and answers on the scale", () => {
    const none = { value: null, n: 1, reason: "noData", isRealChange: null, pValue: null };
    expect(netPromoterDifference([], [9])).toEqual(none);
    expect(netPromoterDifference([9], [])).toEqual(none);
    expect(() => netPromoterDifference([9, 11], [9])).toThrow(/^now\[1\] must lie/);
    expect(() => netPromoterDifference([9], [9, -1])).toThrow(/^before\[1\] must lie/);
  });
});

describe("the paired NPS difference", () => {
  it("is worked by hand: one step up, one step down and two pairs added", () => {
    const difference = known(
      pairedNetPromoterDifference([
        { now: 10, before: 7 },
        { now: 9, before: 9 },
        { now: 3, before: 9 },
        { now: 9, before: 2 },
      ]),
    );
    // Changes 1, 0, -2, 2; with 1 and -1 added: mean 1/6, mean square 11/6... over six pairs.
    expect(difference.value).toBe(25);
    const centre = 1 / 6;
    const error = Math.sqrt((11 / 6 - centre ** 2) / 6);
    const [low, high] = limitsOf(difference);
    expect(low).toBeCloseTo(100 * (centre - 1.959963985 * error), 8);
    expect(high).toBeCloseTo(100 * (centre + 1.959963985 * error), 8);
    expect(difference).toMatchObject({ isRealChange: false, n: 4 });
    expect(difference.interval).toMatchObject({ method: "pairedAdjustedWald" });
  });

  it("finds no change in two people, and finds it in twelve who all changed alike", () => {
    const risen = { now: 9, before: 8 };
    const change = (count: number) => pairedNetPromoterDifference(Array(count).fill(risen));
    expect(change(2)).toMatchObject({ value: 100, isRealChange: false });
    expect(change(12)).toMatchObject({ value: 100, isRealChange: true });
  });

  it("holds the truth in about 95 of 100 samples of few pairs of which few change", () => {
    // One in twenty rises a step: a plain Wald interval of 20 pairs holds it in about 60 of 100.
    let held = 0;
    for (let seed = 0; seed < 500; seed += 1) {
      const random = seededRandom(seed);
      const sample = Array.from({ length: 20 }, () => ({
        now: random() < 0.05 ? 9 : 8,
        before: 8,
      }));
      const [low, high] = limitsOf(pairedNetPromoterDifference(sample));
      if (low <= 5 && 5 <= high) held += 1;
    }
    expect(held / 500).toBeGreaterThan(0.93);
  });

  it("contains its change, turns its sign with the dates, and knows that nothing changed", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const there = pairedNetPromoterDifference(list);
        const back = pairedNetPromoterDifference(
          list.map(({ now, before }) => ({ now: before, before: now })),
        );
        expectContained(there);
        if (there.value === null) expect(back.value).toBeNull();
        else expect(back.value).toBeCloseTo(-there.value, 9);
        const same = pairedNetPromoterDifference(list.map(({ now }) => ({ now, before: now })));
        expect(same.isRealChange ?? false).toBe(false);
      }),
    );
  });

  it("needs pairs, with answers on the scale", () => {
    expect(pairedNetPromoterDifference([])).toMatchObject({ value: null, n: 0, reason: "noData" });
    const good = { now: 9, before: 9 };
    expect(() => pairedNetPromoterDifference([good, { now: 11, before: 9 }])).toThrow(
      /^pairs\[1\]\.now must lie/,
    );
    expect(() => pairedNetPromoterDifference([good, { now: 9, before: 9.5 }])).toThrow(
      /^pairs\[1\]\.before must be whole/,
    );
  });
});
