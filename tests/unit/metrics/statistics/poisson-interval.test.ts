import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonInterval } from "@/lib/metrics";
import { expectContained, limitsOf } from "../intervals";

/** Chance of at most k events where m are expected. */
function atMost(k: number, m: number): number {
  let term = Math.exp(-m);
  let total = term;
  for (let i = 1; i <= k; i += 1) {
    term *= m / i;
    total += term;
  }
  return total;
}

describe("the Poisson interval", () => {
  it("has Garwood's limits", () => {
    const table: [number, number, number][] = [
      [0, 0, 3.689],
      [1, 0.0253, 5.572],
      [10, 4.795, 18.39],
      [100, 81.36, 121.63],
    ];
    for (const [events, low, high] of table) {
      const [from, to] = limitsOf(poissonInterval(events));
      expect(from).toBeCloseTo(low, 2);
      expect(to).toBeCloseTo(high, 2);
    }
  });

  it("ends where as few, or as many, events have a chance of 2.5 %", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (events) => {
        const [low, high] = limitsOf(poissonInterval(events));
        expect(atMost(events, high)).toBeCloseTo(0.025, 8);
        expect(1 - atMost(events - 1, low)).toBeCloseTo(0.025, 8);
      }),
    );
  });

  it("of no event starts at 0 itself, and says by which method", () => {
    expect(poissonInterval(0).value).toBe(0);
    expect(poissonInterval(0)).toMatchObject({ interval: { method: "poissonExact", low: 0 } });
  });

  it("is a rate of the exposure, whose unit changes nothing else", () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.integer({ min: 1, max: 1000 }), (events, exposure) => {
        const rate = poissonInterval(events, exposure);
        expectContained(rate);
        const [low, high] = limitsOf(poissonInterval(events));
        const [from, to] = limitsOf(rate);
        expect(from * exposure).toBeCloseTo(low, 8);
        expect(to * exposure).toBeCloseTo(high, 8);
        expect(rate).toMatchObject({ value: events / exposure, n: events });
      }),
    );
  });

  it("has no rate without exposure, and refuses what cannot be counted", () => {
    expect(poissonInterval(0, 0)).toEqual({ value: null, n: 0, reason: "zeroDenominator" });
    expect(() => poissonInterval(1.5)).toThrow(/^events must be a whole number/);
    expect(() => poissonInterval(-1)).toThrow(RangeError);
    expect(() => poissonInterval(1, -1)).toThrow(/^exposure must be a finite number of at least 0/);
  });
});
