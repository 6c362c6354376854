import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paretoNbdExpectedPurchases, paretoNbdProbabilityAlive } from "@/lib/metrics";
import { paretoNbdReference } from "./pareto-nbd-reference";

const rounded = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 };
const known = { frequency: 2, recency: 30.43, age: 38.86 };

describe("what Pareto/NBD expects", () => {
  it("meets the reference: chance of being there still", () => {
    for (const [r, alpha, s, beta, frequency, recency, age, , stopped] of paretoNbdReference)
      expect(
        paretoNbdProbabilityAlive({ r, alpha, s, beta }, { frequency, recency, age }),
      ).toBeCloseTo(1 - stopped, 11);
  });

  it("meets an integral by mpmath for a new and for a known customer", () => {
    expect(paretoNbdExpectedPurchases(rounded, 39)).toBeCloseTo(1.2130028442810157, 13);
    expect(paretoNbdExpectedPurchases(rounded, 39, known)).toBeCloseTo(1.455123193257602, 12);
  });

  it("at s = 1 is the logarithm that its neighbours close in on", () => {
    const at = (s: number) => paretoNbdExpectedPurchases({ ...rounded, s }, 39);
    const log = (0.553 / 10.578) * 11.669 * Math.log(1 + 39 / 11.669);
    expect(at(1)).toBeCloseTo(log, 13);
    expect(at(1 + 1e-9)).toBeCloseTo(log, 8);
    expect(at(1 - 1e-9)).toBeCloseTo(log, 8);
  });

  it("is 0 over no time, never falls with time and never exceeds an endless customer's orders", () => {
    const shape = fc.double({ min: 0.05, max: 20, noNaN: true });
    const time = fc.double({ min: 1e-6, max: 300, noNaN: true });
    fc.assert(
      fc.property(shape, shape, shape, shape, time, time, (r, alpha, s, beta, t, more) => {
        const at = { r, alpha, s, beta };
        expect(paretoNbdExpectedPurchases(at, 0)).toBe(0);
        const sooner = paretoNbdExpectedPurchases(at, t);
        expect(sooner).toBeLessThanOrEqual((r / alpha) * t * (1 + 1e-12));
        expect(paretoNbdExpectedPurchases(at, t + more)).toBeGreaterThanOrEqual(
          sooner * (1 - 1e-12),
        );
      }),
    );
  });

  it("refuses a parameter that is not above 0, a negative time and a bad row by name", () => {
    for (const name of ["r", "alpha", "s", "beta"] as const) {
      const bad = { ...rounded, [name]: 0 };
      expect(() => paretoNbdExpectedPurchases(bad, 1)).toThrow(`parameters.${name} must be`);
      expect(() => paretoNbdProbabilityAlive(bad, known)).toThrow(`parameters.${name} must be`);
    }
    expect(() => paretoNbdExpectedPurchases(rounded, -1)).toThrow(/time/);
    expect(() => paretoNbdExpectedPurchases(rounded, 1, { ...known, recency: 40 })).toThrow(
      /row.recency/,
    );
    expect(() => paretoNbdProbabilityAlive(rounded, { ...known, frequency: -1 })).toThrow(
      /row.frequency/,
    );
  });
});
