import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedPurchases, fitBgNbd, probabilityAlive } from "@/lib/metrics";
import { cdnowCustomers, hasCdnow } from "../../../support/cdnow";
import { meetsGrid } from "../numeric/grid";
import { expectedPurchasesGrid } from "../numeric/reference-values";
import { fitted } from "./simulated-buyers";

const rounded = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const known = { frequency: 2, recency: 30.43, age: 38.86 };
const shape = fc.double({ min: 0.05, max: 20, noNaN: true });
const parameters = fc.record({ r: shape, alpha: shape, a: shape, b: shape });
const time = fc.double({ min: 1e-6, max: 300, noNaN: true });
const history = fc
  .record({
    frequency: fc.nat({ max: 40 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    age: time,
  })
  .map(({ frequency, part, age }) => ({
    frequency,
    recency: frequency === 0 ? 0 : part * age,
    age,
  }));

describe("expected purchases", () => {
  it("meets the reference to 11 digits, also at a = 1, at a + b = 1 and over very long times", () => {
    meetsGrid(
      expectedPurchasesGrid,
      (r, alpha, a, b, t) => expectedPurchases({ r, alpha, a, b }, t),
      1e-11,
    );
  });

  it("of a customer with a thousand orders is still right to 12 digits", () => {
    // 1006.27849191565929 by mpmath, for the parameters of that customer's posterior
    const posterior = { r: 1000.2, alpha: 100, a: 0.8, b: 1002 };
    expect(expectedPurchases(posterior, 150) / 1006.2784919156593).toBeCloseTo(1, 12);
  });

  it.runIf(hasCdnow)("meets the published numbers of the CDNOW fit", () => {
    const fit = fitted(fitBgNbd(cdnowCustomers()));
    const published = [
      [0.1429, 0.0078],
      [1, 0.0532],
      [3, 0.1506],
      [31.8571, 1.0405],
      [32, 1.0437],
    ] as const;
    for (const [t, expected] of published)
      expect(expectedPurchases(fit, t)).toBeCloseTo(expected, 3);
    expect(expectedPurchases(fit, 39, known)).toBeCloseTo(1.226, 3);
  });

  it("is 0 over no time and never falls with time", () => {
    fc.assert(
      fc.property(parameters, time, time, history, (at, t, more, row) => {
        expect(expectedPurchases(at, 0)).toBe(0);
        for (const of of [undefined, row]) {
          const sooner = expectedPurchases(at, t, of);
          expect(sooner).toBeGreaterThanOrEqual(0);
          expect(expectedPurchases(at, t + more, of)).toBeGreaterThanOrEqual(sooner * (1 - 1e-12));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not mind the unit of time", () => {
    fc.assert(
      fc.property(parameters, time, (at, t) => {
        const [weeks, days] = [
          expectedPurchases(at, t),
          expectedPurchases({ ...at, alpha: 7 * at.alpha }, 7 * t),
        ];
        expect(Math.abs(weeks - days)).toBeLessThanOrEqual(1e-9 * weeks);
      }),
      { numRuns: 60 },
    );
  });

  it("never exceeds the orders of somebody who cannot stop", () => {
    fc.assert(
      fc.property(parameters, time, history, (at, t, row) => {
        const pace = (at.r + row.frequency) / (at.alpha + row.age);
        expect(expectedPurchases(at, t, row)).toBeLessThanOrEqual(pace * t * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it("takes the closed form over long times without a jump", () => {
    const at = (t: number) => expectedPurchases(rounded, t);
    // The sum ends where 40 (alpha + t) / alpha + r t / alpha passes 1,000 terms: about t = 105.6.
    const slope = (from: number) => (at(from + 0.01) - at(from)) / 0.01;
    for (let t = 104; t < 107; t += 0.1) expect(slope(t)).toBeCloseTo(slope(t + 0.1), 4);
  });

  it("refuses a negative time and a bad row by name", () => {
    expect(() => expectedPurchases(rounded, -1)).toThrow(/time/);
    expect(() => expectedPurchases(rounded, 1, { ...known, recency: 40 })).toThrow(/row.recency/);
  });
});

describe("probability alive", () => {
  it("is Bayes' rule: what the orders say if alive, over that plus if stopped after the last", () => {
    const { r, alpha, a, b } = rounded;
    const { frequency: x, recency, age } = known;
    const alive = ((b + x - 1) / a) * (alpha + age) ** -(r + x);
    const stopped = (alpha + recency) ** -(r + x);
    expect(probabilityAlive(rounded, known)).toBeCloseTo(alive / (alive + stopped), 12);
  });

  it("is 1 without a repeat order, and falls the longer the wait", () => {
    expect(probabilityAlive(rounded, { frequency: 0, recency: 0, age: 60 })).toBe(1);
    fc.assert(
      fc.property(parameters, history, time, (at, row, longer) => {
        const now = probabilityAlive(at, row);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThanOrEqual(1);
        const later = probabilityAlive(at, { ...row, age: row.age + longer });
        expect(later).toBeLessThanOrEqual(now + 1e-12);
      }),
    );
  });

  it("refuses a bad row by name", () => {
    expect(() => probabilityAlive(rounded, { ...known, frequency: -1 })).toThrow(/row.frequency/);
  });
});
