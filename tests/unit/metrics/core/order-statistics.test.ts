import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean, median, sum } from "@/lib/metrics/core/order-statistics";

const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
  minLength: 1,
  maxLength: 30,
});

describe("sum, mean and median", () => {
  it("add what a plain sum would lose", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum([1e100, 1, -1e100])).toBe(1);
    expect(sum(Array(10).fill(0.1))).toBe(1);
    expect(sum([])).toBe(0);
  });

  it("are null of nothing, never 0", () => {
    expect([mean([]), median([])]).toEqual([null, null]);
  });

  it("take the middle, or half-way between the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 10, 2])).toBe(3);
    expect(mean([1, 2, 6])).toBe(3);
  });

  it("do not depend on the order of rows, and leave it as it was", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const given = [...list];
        const turned = [...list].reverse();
        expect(mean(turned)).toBeCloseTo(mean(list) ?? Number.NaN, 5);
        expect(median(turned)).toBe(median(list));
        expect(list).toEqual(given);
      }),
    );
  });

  it("have half of the rows on either side of the median", () => {
    fc.assert(
      fc.property(numbers, (list) => {
        const middle = median(list) ?? Number.NaN;
        const below = list.filter((value) => value < middle).length;
        const above = list.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(list.length / 2);
      }),
    );
  });
});
