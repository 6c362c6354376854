import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile, betaShareBelow } from "@/lib/metrics/numeric/beta";
import { meetsGrid } from "./grid";
import { betaQuantileGrid, betaShareBelowGrid } from "./reference-values";

const shape = fc.double({ min: 1, max: 2000, noNaN: true });

describe("shares of a beta distribution", () => {
  it("the share below meets the reference to 12 digits", () => {
    meetsGrid(betaShareBelowGrid, betaShareBelow, 2e-13);
  });

  it("the quantile meets the reference to 12 digits, down to 1e-58", () => {
    meetsGrid(betaQuantileGrid, betaQuantile, 1e-13);
  });

  it("of shapes of a million keeps its digits", () => {
    // By mpmath, the density integrated.
    const grid = [
      [1_234_567, 2_345_678, 0.3451, 0.860970732783289],
      [3_000_001, 1_000_007, 0.7497, 0.08384067297851686],
      [999_983, 1_000_003, 0.50021, 0.7284426594441924],
    ];
    meetsGrid(grid, betaShareBelow, 1e-12);
  });

  it("nothing is below 0 and all is below 1", () => {
    expect([betaShareBelow(2, 3, 0), betaShareBelow(2, 3, 1)]).toEqual([0, 1]);
    expect([betaShareBelow(2, 3, -0.5), betaShareBelow(2, 3, 1.5)]).toEqual([0, 1]);
    expect([betaQuantile(2, 3, -0.5), betaQuantile(2, 3, 1.5)]).toEqual([0, 1]);
    expect([betaQuantile(2, 3, 0), betaQuantile(2, 3, 1)]).toEqual([0, 1]);
  });

  it("is its own mirror, and the quantile undoes the share", () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(shape, shape, share, (a, b, p) => {
        const x = betaQuantile(a, b, p);
        expect(betaShareBelow(a, b, x)).toBeCloseTo(p, 9);
        expect(betaShareBelow(a, b, p) + betaShareBelow(b, a, 1 - p)).toBeCloseTo(1, 11);
      }),
    );
  });
});
