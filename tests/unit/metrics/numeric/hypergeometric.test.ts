import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypergeometric } from "@/lib/metrics/numeric/hypergeometric";
import { meetsGrid } from "./grid";
import { hypergeometricGrid } from "./reference-values";

describe("Gauss's 2F1", () => {
  it("meets the reference to 12 digits, up to z = .999999 and up to 1e301", () => {
    meetsGrid(hypergeometricGrid, hypergeometric, 1e-12);
  });

  it("is 1 at z = 0", () => {
    expect(hypergeometric(2, 3, 4, 0)).toBe(1);
  });

  it("meets the closed forms it contains", () => {
    const share = fc.double({ min: 0.001, max: 0.9999, noNaN: true });
    fc.assert(
      fc.property(share, fc.double({ min: 0.1, max: 5, noNaN: true }), (z, a) => {
        expect(hypergeometric(a, 2, 2, z) * (1 - z) ** a).toBeCloseTo(1, 11);
        expect((hypergeometric(1, 1, 2, z) * z) / -Math.log1p(-z)).toBeCloseTo(1, 12);
        expect((hypergeometric(0.5, 0.5, 1.5, z * z) * z) / Math.asin(z)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("does not mind the order of its first two parameters", () => {
    const parameter = fc.double({ min: 0.1, max: 20, noNaN: true });
    const z = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(parameter, parameter, parameter, z, (a, b, c, at) => {
        const [one, other] = [hypergeometric(a, b, c, at), hypergeometric(b, a, c, at)];
        expect(one / other).toBeCloseTo(1, 9);
      }),
    );
  });
});
