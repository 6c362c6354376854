import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { netPromoterScore } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";
import { answersOf, score, scores } from "./groups";

describe("the net promoter score", () => {
  it("of 70/20/10 is 60, variance .44, SE 6.633, adjusted Wald 45.27 to 71.24 around 58.25", () => {
    const nps = known(netPromoterScore(answersOf(70, 20, 10)));
    expect(nps).toMatchObject({ value: 60, n: 100, promoters: 70, passives: 20, detractors: 10 });
    expect(nps.variance).toBeCloseTo(0.44, 10);
    expect(nps.standardError).toBeCloseTo(6.633, 3);
    const [low, high] = limitsOf(nps);
    expect(low).toBeCloseTo(45.27, 2);
    expect(high).toBeCloseTo(71.24, 2);
    expect((low + high) / 2).toBeCloseTo(58.25, 2);
    expect(nps.interval).toMatchObject({ method: "adjustedWald", n: 100, effectiveN: 100 });
  });

  it("of 10, 2, 7, 8, 6 is -20, not the +20 that was once published", () => {
    expect(netPromoterScore([10, 2, 7, 8, 6])).toMatchObject({
      value: -20,
      promoters: 1,
      passives: 2,
      detractors: 2,
    });
  });

  it("counts 9 and 10 for, 0 to 6 against, 7 and 8 neither way", () => {
    const each = Array.from({ length: 11 }, (_, one) => netPromoterScore([one]).value);
    expect(each).toEqual([...Array(7).fill(-100), 0, 0, 100, 100]);
  });

  it("lies between -100 and 100, inside its interval and its bounds", () => {
    fc.assert(
      fc.property(scores, fc.nat({ max: 100 }), (list, silent) => {
        const nps = netPromoterScore(list, { population: list.length + silent });
        if (nps.value === null) {
          expect(list).toEqual([]);
          return;
        }
        expect(Math.abs(nps.value)).toBeLessThanOrEqual(100);
        expectContained(nps);
        expect(nps.interval.low).toBeGreaterThanOrEqual(-100);
        expect(nps.interval.high).toBeLessThanOrEqual(100);
        expect(nps.bounds?.low).toBeLessThanOrEqual(nps.value + 1e-9);
        expect(nps.bounds?.high).toBeGreaterThanOrEqual(nps.value - 1e-9);
        expect(nps.promoters + nps.passives + nps.detractors).toBe(nps.n);
      }),
    );
  });

  it("does not depend on the order of answers, and never falls when one rises", () => {
    fc.assert(
      fc.property(scores, score, (list, extra) => {
        expect(netPromoterScore([...list].reverse())).toEqual(netPromoterScore(list));
        const raised = known(netPromoterScore([...list, Math.min(10, extra + 1)]));
        expect(raised.value).toBeGreaterThanOrEqual(
          known(netPromoterScore([...list, extra])).value,
        );
      }),
    );
  });

  it("of disjoint groups merges to the weighted whole", () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        if (a.length * b.length === 0) return;
        const [first, second] = [known(netPromoterScore(a)), known(netPromoterScore(b))];
        const whole = known(netPromoterScore([...a, ...b]));
        const total = first.value * a.length + second.value * b.length;
        expect(whole.value).toBeCloseTo(total / (a.length + b.length), 9);
      }),
    );
  });

  it("of people who all agree is still in doubt, until all there are have answered", () => {
    const ten = known(netPromoterScore(answersOf(10, 0, 0)));
    expect(ten.interval.high).toBe(100);
    expect(ten.interval.low).toBeLessThan(60);
    const widths = [1000, 30, 15, 11, 10].map((population) => {
      const [low, high] = limitsOf(netPromoterScore(answersOf(6, 2, 2), { population }));
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths.at(-1)).toBe(0);
    const all = netPromoterScore([9, 9, 7, 2], { population: 4 });
    expect(limitsOf(all)).toEqual([25, 25]);
    expect(all).toMatchObject({ bounds: { low: 25, high: 25 } });
  });

  it("bounds count every silent person as detractor, or as promoter", () => {
    expect(netPromoterScore([9, 9, 7, 2], { population: 10 })).toMatchObject({
      bounds: { low: -50, high: 70 },
      interval: { population: 10 },
    });
    expect(netPromoterScore([9])).toMatchObject({ bounds: null, interval: { population: null } });
  });

  it("of nobody is not known, and an answer off the scale is refused with its row", () => {
    expect(netPromoterScore([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(() => netPromoterScore([9, 11])).toThrow(/^scores\[1\] must lie between 0 and 10/);
    expect(() => netPromoterScore([-1])).toThrow(/^scores\[0\] must lie/);
    expect(() => netPromoterScore([9, 8.5])).toThrow(/^scores\[1\] must be whole/);
    expect(() => netPromoterScore([Number.NaN])).toThrow(RangeError);
    expect(() => netPromoterScore([9, 9], { population: 1 })).toThrow(/^population 1 is smaller/);
  });
});
