import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanInterval } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";

/** Student's sleep data (1908), hours gained with either drug. */
const sleep = [
  0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6,
  3.4,
];
const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 30 });

describe("the mean interval", () => {
  it("of Student's sleep data runs from .5956 to 2.4844 around 1.54", () => {
    const mean = known(meanInterval(sleep));
    expect(mean.value).toBeCloseTo(1.54, 12);
    const [low, high] = limitsOf(mean);
    expect(low).toBeCloseTo(0.5955844996, 9);
    expect(high).toBeCloseTo(2.4844155004, 9);
    expect(mean.interval).toMatchObject({ method: "student", n: 20, population: null });
  });

  it("of two values uses t with one degree of freedom, 12.706", () => {
    const [low, high] = limitsOf(meanInterval([0, 2]));
    expect((high - low) / 2).toBeCloseTo(12.706204736, 8);
  });

  it("contains its mean, moves with the values and stretches with their unit", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 100 }), (list, factor) => {
        const plain = meanInterval(list);
        expectContained(plain);
        if (plain.value === null || plain.interval === null) return;
        const [low, high] = limitsOf(plain);
        const [from, to] = limitsOf(meanInterval(list.map((value) => factor * value + 7)));
        expect(from).toBeCloseTo(factor * low + 7, 6);
        expect(to).toBeCloseTo(factor * high + 7, 6);
      }),
    );
  });

  it("shrinks with the root of the silent share, to nothing where all were heard", () => {
    const [low, high] = limitsOf(meanInterval([1, 2, 4, 5]));
    const [from, to] = limitsOf(meanInterval([1, 2, 4, 5], { population: 16 }));
    expect((to - from) / (high - low)).toBeCloseTo(Math.sqrt(0.75), 12);
    expect(limitsOf(meanInterval([1, 2, 4, 5], { population: 4 }))).toEqual([3, 3]);
    expect(limitsOf(meanInterval([7], { population: 1 }))).toEqual([7, 7]);
  });

  it("has none where one value, or values all the same, say nothing of their spread", () => {
    expect(meanInterval([5])).toEqual({ value: 5, n: 1, interval: null });
    expect(meanInterval([5, 5, 5], { population: 9 })).toEqual({ value: 5, n: 3, interval: null });
    expect(meanInterval([])).toEqual({ value: null, n: 0, reason: "noData" });
  });

  it("refuses what is no number, and a population smaller than n", () => {
    expect(() => meanInterval([1, Number.NaN])).toThrow(/^values\[1\] must be a finite number/);
    expect(() => meanInterval([1, 2], { population: 1 })).toThrow(/^population 1 is smaller/);
  });
});
