import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitShiftedBetaGeometric,
  projectedFigure,
  residualLifetime,
  retentionCurve,
  shiftedBetaGeometricRetention,
  shiftedBetaGeometricSurvival,
} from "@/lib/metrics";
import { fitted, isNear } from "./simulated-buyers";

const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const fit = fitted(fitShiftedBetaGeometric(highEnd));
const parameter = fc.double({ min: 0.05, max: 50, noNaN: true });
const both = fc.record({ alpha: parameter, beta: parameter });

describe("projected survival and retention", () => {
  it("meets the published years 8 to 12", () => {
    const published = [46.04, 43.58, 41.42, 39.51, 37.8];
    published.forEach((share, index) => {
      expect(100 * shiftedBetaGeometricSurvival(fit, 8 + index)).toBeCloseTo(share, 2);
    });
  });

  it("survival is the product of the retentions before it; it starts at 1 and never rises", () => {
    fc.assert(
      fc.property(both, fc.integer({ min: 1, max: 60 }), (at, years) => {
        expect(shiftedBetaGeometricSurvival(at, 0)).toBe(1);
        let product = 1;
        for (let year = 1; year <= years; year += 1)
          product *= shiftedBetaGeometricRetention(at, year);
        isNear(shiftedBetaGeometricSurvival(at, years), product, 1e-12);
        expect(shiftedBetaGeometricSurvival(at, years)).toBeLessThanOrEqual(
          shiftedBetaGeometricSurvival(at, years - 0.5),
        );
      }),
    );
  });

  it("retention never falls from renewal to renewal and lies between 0 and 1", () => {
    fc.assert(
      fc.property(both, fc.integer({ min: 1, max: 100 }), (at, renewal) => {
        const now = shiftedBetaGeometricRetention(at, renewal);
        const next = shiftedBetaGeometricRetention(at, renewal + 1);
        expect(now > 0 && now <= next && next < 1).toBe(true);
      }),
    );
  });

  it("refuses what is no number of renewals, and parameters that are not above 0, by name", () => {
    for (const bad of [{ alpha: 0 }, { beta: 0 }]) {
      const [at, name] = [{ ...fit, ...bad }, `parameters.${Object.keys(bad)[0]} must be`];
      expect(() => shiftedBetaGeometricSurvival(at, 1)).toThrow(name);
      expect(() => shiftedBetaGeometricRetention(at, 1)).toThrow(name);
      expect(() => residualLifetime(at, { renewals: 0, discountRate: 0.1 })).toThrow(name);
    }
    expect(() => shiftedBetaGeometricSurvival(fit, -1)).toThrow(/renewals/);
    expect(() => shiftedBetaGeometricRetention(fit, 0)).toThrow(/renewal must be at least 1/);
    expect(() => shiftedBetaGeometricRetention(fit, 1.5)).toThrow(/renewal/);
  });
});

describe("residual lifetime", () => {
  it("is the sum of its source, taken by brute force over ten thousand years", () => {
    fc.assert(
      fc.property(
        both,
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        (at, renewals, discountRate) => {
          let [sum, share] = [0, 1];
          for (let k = 1; k <= 10_000; k += 1) {
            // The retention of the renewal, written out: asked of the library it takes most of a second.
            const passed = at.beta + renewals + k - 1;
            share *= passed / (at.alpha + passed);
            sum += share / (1 + discountRate) ** (k - 1);
          }
          isNear(residualLifetime(at, { renewals, discountRate }), sum, 1e-12);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("at a rate near 0 is the mean number of renewals, b / (a - 1)", () => {
    const at = { alpha: 3, beta: 8 };
    isNear(residualLifetime(at, { renewals: 0, discountRate: 1e-9 }), 8 / 2, 1e-6);
  });

  it("of who all but never leaves is a margin for good, though the sum is broken off", () => {
    // 1 + 1 / d, of which the first million years are a tenth.
    const at = { alpha: 1e-9, beta: 1 };
    isNear(residualLifetime(at, { renewals: 0, discountRate: 1e-7 }), 1 + 1e7, 1e-6);
  });

  it("grows with the renewals made, falls with the rate, and never exceeds a customer for good", () => {
    fc.assert(
      fc.property(
        both,
        fc.nat({ max: 20 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (at, renewals, discountRate) => {
          const now = residualLifetime(at, { renewals, discountRate });
          const more = { renewals: renewals + 1, discountRate };
          expect(residualLifetime(at, more)).toBeGreaterThan(now);
          const dearer = { renewals, discountRate: discountRate + 0.01 };
          expect(residualLifetime(at, dearer)).toBeLessThan(now);
          expect(now).toBeLessThan((1 + discountRate) / discountRate);
        },
      ),
    );
  });

  it("refuses negative renewals and a rate that is not above 0", () => {
    expect(() => residualLifetime(fit, { renewals: -1, discountRate: 0.1 })).toThrow(/renewals/);
    for (const discountRate of [0, -0.1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => residualLifetime(fit, { renewals: 0, discountRate })).toThrow(/discountRate/);
  });
});

/** The likelihood of the counts, written out: over a grid the library's own would check them each time. */
function likelihoodAt({ alpha, beta }: { readonly alpha: number; readonly beta: number }): number {
  let total = 0;
  for (let k = 0; k < 7; k += 1) {
    const [before, kept] = [highEnd[k] as number, highEnd[k + 1] as number];
    const all = alpha + beta + k;
    total += (before - kept) * Math.log(alpha / all) + kept * Math.log((beta + k) / all);
  }
  return total;
}

describe("projected figures and their intervals", () => {
  it("the interval is the range of the figure over a fine grid of all likely parameters", () => {
    const survival = (at: typeof fit | { alpha: number; beta: number }) =>
      shiftedBetaGeometricSurvival(at, 12);
    let [low, high] = [1, 0];
    for (let i = 0; i <= 200; i += 1)
      for (let j = 0; j <= 200; j += 1) {
        // a / (a + b) from .12 to .185 and a + b from 2 to 9 hold the likely ones.
        const share = 0.12 + (0.065 * i) / 200;
        const size = Math.exp(Math.log(2) + (Math.log(9 / 2) * j) / 200);
        const at = { alpha: share * size, beta: (1 - share) * size };
        if (fit.logLikelihood - likelihoodAt(at) > 3.841458820694124 / 2) continue;
        low = Math.min(low, survival(at));
        high = Math.max(high, survival(at));
      }
    const { interval } = projectedFigure(fit, survival);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
    expect(interval.low).toBeLessThanOrEqual(low + 1e-4);
    expect(interval).toMatchObject({ method: "profileLikelihood", n: 1000 });
  });

  it("what was seen already is known better than what is projected", () => {
    const width = (year: number) => {
      const { interval, value } = projectedFigure(fit, (at) =>
        shiftedBetaGeometricSurvival(at, year),
      );
      return (interval.high - interval.low) / value;
    };
    expect(width(30)).toBeGreaterThan(width(12));
    expect(width(12)).toBeGreaterThan(width(7));
  });

  it("four times the customers halve the interval", () => {
    const many = fitted(fitShiftedBetaGeometric(highEnd.map((count) => 4 * count)));
    const width = (of: typeof fit) => {
      const { interval } = projectedFigure(of, (at) => shiftedBetaGeometricSurvival(at, 10));
      return interval.high - interval.low;
    };
    expect(width(many) / width(fit)).toBeCloseTo(0.5, 2);
  });

  it("an interval contains its estimate, also where the edge runs off to customers all alike", () => {
    const few = fitted(fitShiftedBetaGeometric([30, 27, 25, 24, 24]));
    for (const { retention, survival } of retentionCurve(few, 10))
      for (const { value, interval } of [retention, survival]) {
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        expect(interval.low).toBeGreaterThan(0);
        expect(interval.high).toBeLessThanOrEqual(1);
      }
  });

  it("the curve has a row per renewal, each what the functions for one say", () => {
    const curve = retentionCurve(fit, 12);
    expect(curve.map(({ renewal }) => renewal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const { renewal, retention, survival } of curve) {
      expect(retention.value).toBe(shiftedBetaGeometricRetention(fit, renewal));
      expect(survival.value).toBe(shiftedBetaGeometricSurvival(fit, renewal));
    }
    for (const bad of [0, 101, 2.5]) expect(() => retentionCurve(fit, bad)).toThrow(/renewals/);
  });
});
