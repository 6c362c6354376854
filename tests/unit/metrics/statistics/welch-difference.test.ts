import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { welchDifference } from "@/lib/metrics";
import { studentLimit, studentTail } from "@/lib/metrics/statistics/student-t";
import { expectContained, known, limitsOf } from "../intervals";

/** Student's sleep data (1908): hours gained by ten patients on two drugs. */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 15 });

describe("the Welch difference", () => {
  it("of Student's sleep data has 17.776 degrees of freedom, p .0794 and limits -3.3655 and .2055", () => {
    const difference = known(welchDifference(first, second));
    expect(difference.value).toBeCloseTo(-1.58, 12);
    expect(difference.degrees).toBeCloseTo(17.776473516, 8);
    expect(difference.pValue).toBeCloseTo(0.0793941402, 9);
    const [low, high] = limitsOf(difference);
    expect(low).toBeCloseTo(-3.3654832307, 9);
    expect(high).toBeCloseTo(0.2054832307, 9);
    expect(difference).toMatchObject({ isRealChange: false, n: 20 });
  });

  it("of groups that vary alike is Student's own test, with n - 2 degrees of freedom", () => {
    const difference = known(welchDifference([4, 5, 6], [1, 2, 3]));
    expect(difference.degrees).toBeCloseTo(4, 12);
    expect(difference.interval?.method).toBe("welch");
    const [low, high] = limitsOf(difference);
    expect([low, high]).toEqual([
      expect.closeTo(3 - 2.776445105 * Math.sqrt(2 / 3), 8),
      expect.closeTo(3 + 2.776445105 * Math.sqrt(2 / 3), 8),
    ]);
  });

  it("calls real exactly what has a p under .05", () => {
    fc.assert(
      fc.property(values, values, (now, before) => {
        const difference = welchDifference(now, before);
        expectContained(difference);
        if (difference.pValue === null) return;
        if (Math.abs(difference.pValue - 0.05) > 1e-8)
          expect(difference.isRealChange).toBe(difference.pValue < 0.05);
      }),
    );
  });

  it("turns its sign when the groups change places, and stretches with the unit", () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 2, max: 50 }), (now, before, factor) => {
        const there = welchDifference(now, before);
        const back = welchDifference(
          before.map((value) => factor * value),
          now.map((value) => factor * value),
        );
        expect(back.value).toBeCloseTo(-factor * (there.value ?? Number.NaN), 8);
        if (there.pValue === null) expect(back.pValue).toBeNull();
        else expect(back.pValue).toBeCloseTo(there.pValue, 8);
      }),
    );
  });

  it("tests nothing where a group has one value or neither varies", () => {
    const untested = { interval: null, isRealChange: null, pValue: null, degrees: null };
    expect(welchDifference([3], [1, 2])).toEqual({ value: 1.5, n: 3, ...untested });
    expect(welchDifference([1, 2], [3])).toEqual({ value: -1.5, n: 3, ...untested });
    expect(welchDifference([4, 4], [3, 3])).toEqual({ value: 1, n: 4, ...untested });
    expect(welchDifference([4, 4], [3, 2]).isRealChange).toBe(false);
  });

  it("needs both groups, and numbers", () => {
    expect(welchDifference([], [1])).toMatchObject({ value: null, n: 1, reason: "noData" });
    expect(welchDifference([1], [])).toMatchObject({ value: null, degrees: null, pValue: null });
    expect(() => welchDifference([Number.NaN], [1])).toThrow(/^now\[0\] must be/);
    expect(() => welchDifference([1], [1, Number.POSITIVE_INFINITY])).toThrow(/^before\[1\] must/);
  });
});

describe("Student's distribution", () => {
  it("has the limits of the printed tables", () => {
    const table: [number, number][] = [
      [1, 12.7062],
      [2.5, 3.574655],
      [10, 2.228139],
      [29, 2.04523],
      [1000, 1.962339],
    ];
    for (const [degrees, limit] of table) expect(studentLimit(degrees)).toBeCloseTo(limit, 4);
  });

  it("leaves 5 % beyond its limit", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 500, noNaN: true }), (degrees) => {
        expect(studentTail(studentLimit(degrees), degrees)).toBeCloseTo(0.05, 9);
      }),
    );
    expect(studentTail(0, 5)).toBe(1);
    expect(studentTail(2, 10)).toBeCloseTo(0.0733880348, 9);
    expect(studentTail(-2, 10)).toBeCloseTo(0.0733880348, 9);
  });
});
