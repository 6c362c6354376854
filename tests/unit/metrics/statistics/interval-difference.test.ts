import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  intervalDifference,
  meanInterval,
  newcombeDifference,
  wilsonInterval,
} from "@/lib/metrics";
import { limitsOf } from "../intervals";

const counts = fc
  .tuple(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 300 }))
  .map(([k, rest]) => [k, k + rest] as const);

describe("the interval difference", () => {
  it("has the limits of Newcombe's where both intervals are Wilson's", () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        const found = intervalDifference(wilsonInterval(k1, n1), wilsonInterval(k2, n2));
        const [low, high] = limitsOf(newcombeDifference(k1, n1, k2, n2));
        const [from, to] = limitsOf(found);
        expect(from).toBeCloseTo(low, 10);
        expect(to).toBeCloseTo(high, 10);
      }),
    );
  });

  it("calls real exactly what has a p under .05", () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        const found = intervalDifference(wilsonInterval(k1, n1), wilsonInterval(k2, n2));
        fc.pre(Math.abs((found.pValue ?? 0) - 0.05) > 1e-9);
        expect(found.isRealChange).toBe((found.pValue ?? 1) < 0.05);
      }),
    );
  });

  it("turns its sign, and nothing else, with the order of the two", () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        const [a, b] = [wilsonInterval(k1, n1), wilsonInterval(k2, n2)];
        const [forth, back] = [intervalDifference(a, b), intervalDifference(b, a)];
        expect(back.value).toBeCloseTo(-(forth.value ?? 0), 12);
        expect(back.pValue).toBeCloseTo(forth.pValue ?? 0, 12);
        expect(limitsOf(back)[0]).toBeCloseTo(-limitsOf(forth)[1], 12);
      }),
    );
  });

  it("is the plain z of two means whose intervals are as wide on both sides", () => {
    const interval = (low: number, high: number) => ({
      level: 0.95,
      method: "z",
      low,
      high,
      n: 9,
      effectiveN: 9,
      population: null,
    });
    const far = 1.959963985;
    const a = { value: 10, n: 9, interval: interval(10 - 3 * far, 10 + 3 * far) };
    const b = { value: 0, n: 9, interval: interval(-4 * far, 4 * far) };
    expect(intervalDifference(a, b)).toMatchObject({
      value: 10,
      n: 18,
      interval: { method: "variance recovery", n: 18 },
      isRealChange: true,
    });
    expect(intervalDifference(a, b).pValue).toBeCloseTo(0.0455002639, 8);
  });

  it("says nothing where one is no figure, and tests nothing where one has no interval", () => {
    const nothing = { n: 2, reason: "noData", isRealChange: null, pValue: null };
    const [none, some] = [wilsonInterval(0, 0), wilsonInterval(1, 2)];
    for (const found of [intervalDifference(none, some), intervalDifference(some, none)])
      expect(found).toEqual({ value: null, ...nothing });
    const [single, several] = [meanInterval([4]), meanInterval([1, 2, 3])];
    for (const [found, value] of [
      [intervalDifference(single, several), 2],
      [intervalDifference(several, single), -2],
    ] as const)
      expect(found).toEqual({ value, n: 4, interval: null, isRealChange: null, pValue: null });
  });
});
