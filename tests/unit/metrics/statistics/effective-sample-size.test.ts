import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredRatio, effectiveSampleSize } from "@/lib/metrics";
import { known } from "../intervals";

const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 30 });

describe("the effective n", () => {
  it("of equal weights is n, of one giant hardly more than 1", () => {
    expect(effectiveSampleSize([2, 2, 2, 2])).toEqual({ value: 4, n: 4, designEffect: 1 });
    const giant = known(effectiveSampleSize([97, 1, 1, 1]));
    expect(giant.value).toBeCloseTo(100 ** 2 / (97 ** 2 + 3), 12);
    expect(giant.designEffect).toBeCloseTo((4 * (97 ** 2 + 3)) / 100 ** 2, 12);
  });

  it("lies between 1 and n, whatever the unit of the weights", () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const { value } = known(effectiveSampleSize(list));
        expect(value).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(value).toBeLessThanOrEqual(list.length + 1e-9);
        const scaled = known(effectiveSampleSize(list.map((weight) => factor * weight)));
        expect(scaled.value).toBeCloseTo(value, 9);
      }),
    );
  });

  it("is the one that a clustered ratio of these weights carries", () => {
    fc.assert(
      fc.property(weights, (list) => {
        if (list.length < 2) return;
        const ratio = known(clusteredRatio(list.map((x) => ({ y: 0, x }))));
        const { value } = known(effectiveSampleSize(list));
        expect(ratio.interval?.effectiveN).toBeCloseTo(value, 9);
      }),
    );
  });

  it("of nothing, or of weights that add up to nothing, is not known", () => {
    expect(effectiveSampleSize([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(effectiveSampleSize([0, 0])).toEqual({ value: null, n: 2, reason: "zeroDenominator" });
    expect(() => effectiveSampleSize([1, -1])).toThrow(/^weights\[1\] must be/);
  });
});
