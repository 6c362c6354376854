import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";

const z = 1.959963985;
const counts = fc
  .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }))
  .map(([k, rest]) => [k, k + rest] as const);

describe("the Wilson interval", () => {
  it("of 81 of 263 runs from .2553 to .3662", () => {
    expect(wilsonInterval(81, 263)).toMatchObject({ interval: { method: "wilson", n: 263 } });
    const [low, high] = limitsOf(wilsonInterval(81, 263));
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
  });

  it("of none of ten ends at z² / (n + z²), where the plain one would have no width", () => {
    const [low, high] = limitsOf(wilsonInterval(0, 10));
    expect(low).toBe(0);
    expect(high).toBeCloseTo((z * z) / (10 + z * z), 12);
    const [from, to] = limitsOf(wilsonInterval(10, 10));
    expect(from).toBeCloseTo(10 / (10 + z * z), 12);
    expect(to).toBe(1);
  });

  it("ends where the score test of the limit just gives z", () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        if (k === 0 || k === n) return;
        for (const limit of limitsOf(wilsonInterval(k, n))) {
          const score = (k / n - limit) / Math.sqrt((limit * (1 - limit)) / n);
          expect(Math.abs(score)).toBeCloseTo(z, 6);
        }
      }),
    );
  });

  it("contains its share and stays within 0..1", () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 500 }), ([k, n], silent) => {
        for (const share of [
          wilsonInterval(k, n),
          wilsonInterval(k, n, { population: n + silent }),
        ]) {
          expectContained(share);
          if (share.value === null) continue;
          expect(share.interval?.low).toBeGreaterThanOrEqual(0);
          expect(share.interval?.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("narrows as fewer are silent, and has no width where all were heard", () => {
    const widths = [1000, 40, 30, 21, 20].map((population) => {
      const [low, high] = limitsOf(wilsonInterval(8, 20, { population }));
      return high - low;
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(new Set(widths).size).toBe(5);
    expect(widths.at(-1)).toBe(0);
    expect(limitsOf(wilsonInterval(1, 4, { population: 4 }))).toEqual([0.25, 0.25]);
  });

  it("with a population is that of n (N - 1) / (N - n) out of endlessly many", () => {
    const few = known(wilsonInterval(5, 10, { population: 19 }));
    const many = known(wilsonInterval(10, 20));
    expect(few.interval).toMatchObject({ n: 10, effectiveN: 20, population: 19 });
    expect(few.interval?.low).toBeCloseTo(many.interval?.low ?? Number.NaN, 12);
    expect(wilsonInterval(4, 4, { population: 4 })).toMatchObject({ interval: { effectiveN: 4 } });
  });

  it("mirrors for the others: k of n against n - k of n", () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        if (n === 0) return;
        const [low, high] = limitsOf(wilsonInterval(k, n));
        const [from, to] = limitsOf(wilsonInterval(n - k, n));
        expect(low).toBeCloseTo(1 - to, 10);
        expect(high).toBeCloseTo(1 - from, 10);
      }),
    );
  });

  it("of nobody is no share, and counts that cannot be are refused", () => {
    expect(wilsonInterval(0, 0)).toEqual({ value: null, n: 0, reason: "noData" });
    expect(wilsonInterval(0, 0, { population: 5 })).toMatchObject({ reason: "noData" });
    expect(() => wilsonInterval(3, 2)).toThrow(new RangeError("k 3 is larger than n 2"));
    expect(() => wilsonInterval(-1, 2)).toThrow(/^k must be a whole number/);
    expect(() => wilsonInterval(1, 2.5)).toThrow(/^n must be a whole number/);
    expect(() => wilsonInterval(1, 2, { population: 1 })).toThrow(/^population 1 is smaller/);
  });
});
