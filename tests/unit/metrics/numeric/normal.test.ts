import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z95 } from "@/lib/metrics/core/result";
import { normalQuantile, normalTail } from "@/lib/metrics/numeric/normal";
import { meetsGrid } from "./grid";
import { normalQuantileGrid, normalTailGrid } from "./reference-values";

describe("the normal distribution", () => {
  it("the chance above z meets the reference to 12 digits, down to 1e-307", () => {
    meetsGrid(normalTailGrid, normalTail, 1e-13);
  });

  it("the quantile meets the reference, in the far tail to 14 digits", () => {
    meetsGrid(normalQuantileGrid, normalQuantile, 1e-14, 1);
  });

  it("the z of every 95 % interval is its .975 quantile to the nine digits stated", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(z95, 9);
  });

  it("is its own mirror, and the quantile undoes the tail", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (share) => {
        const z = normalQuantile(share);
        expect(z).toBeLessThanOrEqual(0);
        expect(normalTail(-z) / share).toBeCloseTo(1, 11);
        expect(normalTail(z) + normalTail(-z)).toBeCloseTo(1, 15);
      }),
    );
  });
});
