import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedPurchases, fitBgNbd, probabilityAlive } from "@/lib/metrics";
import { cdnowCustomers, hasCdnow } from "../../../support/cdnow";
import { fitted } from "./simulated-buyers";

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
      expect(expectedPurchases(fit, t)).toBeCloseTo(expected, 4);
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
});

describe("probability alive", () => {
  it("lies between 0 and 1 and never rises, the longer the wait", () => {
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
});
