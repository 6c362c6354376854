import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chiSquareTail,
  digamma,
  gammaShareAbove,
  gammaShareBelow,
  logBeta,
  logGamma,
  logGammaRatio,
} from "@/lib/metrics/numeric/gamma";
import { meetsGrid } from "./grid";
import {
  chiSquareTailGrid,
  digammaGrid,
  gammaShareBelowGrid,
  logBetaGrid,
  logGammaGrid,
} from "./reference-values";

const positive = fc.double({ min: 1e-3, max: 1e5, noNaN: true });

describe("the gamma function", () => {
  it("its log meets the reference within 1e-14, relative where it is above 1", () => {
    meetsGrid(logGammaGrid, logGamma, 1e-14, 1);
  });

  it("the slope of its log meets the reference within 2e-15, relative where it is above 1", () => {
    meetsGrid(digammaGrid, digamma, 2e-15, 1);
  });

  it("a ratio of two keeps the digits that a difference of two large logs loses", () => {
    // ln of 1e8 x (1e8 + 1) x (1e8 + 2)
    const exact = Math.log(1e8) + Math.log(1e8 + 1) + Math.log(1e8 + 2);
    expect(logGammaRatio(1e8, 3)).toBeCloseTo(exact, 12);
    fc.assert(
      fc.property(positive, (x) => {
        expect(Math.abs(logGammaRatio(x, 1) - Math.log(x))).toBeLessThan(1e-13);
        expect(logGammaRatio(x, 0)).toBeCloseTo(0, 14);
      }),
    );
  });

  it("ln B(a, b) meets the reference and does not mind which comes first", () => {
    meetsGrid(logBetaGrid, logBeta, 1e-14, 1);
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
      }),
    );
  });
});

describe("shares of a gamma distribution", () => {
  it("the share below meets the reference to 12 digits", () => {
    meetsGrid(gammaShareBelowGrid, gammaShareBelow, 1e-13);
  });

  it("of a shape of a million keeps its digits", () => {
    // By mpmath, the density integrated.
    const grid = [
      [1e5, 1e5 - 300, 0.1714173145145029],
      [1e6, 1e6 + 500, 0.6915504757714972],
    ];
    meetsGrid(grid, gammaShareBelow, 1e-12);
  });

  it("nothing is below 0 and everything is above it", () => {
    expect([gammaShareBelow(2, 0), gammaShareAbove(2, 0)]).toEqual([0, 1]);
    expect([gammaShareBelow(2, -1), gammaShareAbove(2, -1)]).toEqual([0, 1]);
  });

  it("below and above make 1, and more is below the further one looks", () => {
    fc.assert(
      fc.property(positive, positive, positive, (shape, x, more) => {
        const below = gammaShareBelow(shape, x);
        expect(below + gammaShareAbove(shape, x)).toBeCloseTo(1, 12);
        expect(gammaShareBelow(shape, x + more)).toBeGreaterThanOrEqual(below - 1e-13);
      }),
    );
  });

  it("the chi-square tail keeps its digits down to chances of 1e-300", () => {
    meetsGrid(chiSquareTailGrid, chiSquareTail, 1e-12);
    expect(chiSquareTail(1400, 1)).toBeGreaterThan(0);
  });
});
