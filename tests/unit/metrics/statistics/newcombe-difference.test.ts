import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombeDifference, wilsonInterval } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";

const counts = fc
  .tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 }))
  .map(([k, rest]) => [k, k + rest] as const);

describe("the Newcombe difference", () => {
  it("meets the published table of eight comparisons, method 10", () => {
    // Newcombe (1998), table II: the score intervals without continuity correction.
    const table: [number, number, number, number, number, number][] = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 20, -0.1611, 0.2775],
      [0, 10, 0, 10, -0.2775, 0.2775],
      [10, 10, 0, 20, 0.6791, 1],
      [10, 10, 0, 10, 0.6075, 1],
    ];
    for (const [k1, n1, k2, n2, low, high] of table) {
      const [from, to] = limitsOf(newcombeDifference(k1, n1, k2, n2));
      expect(from).toBeCloseTo(low, 4);
      expect(to).toBeCloseTo(high, 4);
    }
  });

  it("gives the p at which its interval just meets 0: .0081 for 56 of 70 against 48 of 80", () => {
    expect(newcombeDifference(56, 70, 48, 80).pValue).toBeCloseTo(0.0081331404, 9);
    expect(newcombeDifference(48, 80, 56, 70).pValue).toBeCloseTo(0.0081331404, 9);
    expect(newcombeDifference(5, 10, 10, 20)).toMatchObject({
      pValue: 1,
      interval: { method: "newcombe" },
    });
  });

  it("calls real exactly what has a p under .05", () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        const difference = newcombeDifference(k1, n1, k2, n2);
        expectContained(difference);
        if (difference.value === null || difference.pValue === null) return;
        expect(difference.pValue).toBeGreaterThanOrEqual(0);
        expect(difference.pValue).toBeLessThanOrEqual(1);
        if (Math.abs(difference.pValue - 0.05) > 1e-8)
          expect(difference.isRealChange).toBe(difference.pValue < 0.05);
      }),
    );
  });

  it("turns its sign when the groups change places, and stays within -1..1", () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        if (n1 * n2 === 0) return;
        const [low, high] = limitsOf(newcombeDifference(k1, n1, k2, n2));
        const [from, to] = limitsOf(newcombeDifference(k2, n2, k1, n1));
        expect([from, to]).toEqual([expect.closeTo(-high, 10), expect.closeTo(-low, 10)]);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("finds no change between two groups whose intervals merely touch", () => {
    const first = known(wilsonInterval(60, 100)).interval;
    const second = known(wilsonInterval(47, 100)).interval;
    expect((first?.low ?? 0) < (second?.high ?? 0)).toBe(true);
    expect(newcombeDifference(60, 100, 47, 100).isRealChange).toBe(false);
    // Overlapping intervals are no proof of sameness either.
    expect(newcombeDifference(61, 100, 46, 100).isRealChange).toBe(true);
  });

  it("needs both groups, and counts that can be", () => {
    const none = { value: null, n: 10, reason: "noData", isRealChange: null, pValue: null };
    expect(newcombeDifference(0, 0, 5, 10)).toEqual(none);
    expect(newcombeDifference(5, 10, 0, 0)).toEqual(none);
    expect(() => newcombeDifference(3, 2, 0, 1)).toThrow(RangeError);
    expect(() => newcombeDifference(0, 1, 3, 2)).toThrow(RangeError);
  });
});
