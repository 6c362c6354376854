import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "@/lib/metrics";

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

/** The step-up rule as its authors wrote it: the largest i with p(i) <= i / m x rate. */
function stepUp(list: readonly number[], rate: number): boolean[] {
  const sorted = list.toSorted((a, b) => a - b);
  const last = sorted.findLastIndex((p, index) => p <= ((index + 1) / list.length) * rate);
  return list.map((p) => last >= 0 && p <= (sorted[last] as number));
}

describe("Benjamini-Hochberg", () => {
  it("finds four of its authors' fifteen comparisons", () => {
    const published = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const findings = benjaminiHochberg(published);
    expect(findings.map(({ isReal }) => isReal)).toEqual(published.map((_, index) => index < 4));
    const adjusted = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645];
    for (const [index, p] of adjusted.entries())
      expect(findings[index]?.adjusted).toBeCloseTo(p, 7);
    expect(findings.at(-1)?.adjusted).toBe(1);
  });

  it("agrees with the step-up rule at every rate", () => {
    fc.assert(
      fc.property(pValues, fc.constantFrom(0.01, 0.05, 0.1, 0.2), (list, rate) => {
        const real = benjaminiHochberg(list, rate).map(({ isReal }) => isReal);
        // A p exactly on its line may fall on either side by the last bit of a product.
        const onLine = list.some((p) =>
          list.some((_, index) => Math.abs((p * list.length) / (index + 1) - rate) < 1e-12),
        );
        if (!onLine) expect(real).toEqual(stepUp(list, rate));
      }),
    );
  });

  it("keeps the order of the p values, raises each, and never beyond 1", () => {
    fc.assert(
      fc.property(pValues, (list) => {
        const findings = benjaminiHochberg(list);
        list.forEach((p, i) => {
          const adjusted = findings[i]?.adjusted ?? Number.NaN;
          expect(adjusted).toBeGreaterThanOrEqual(p - 1e-12);
          expect(adjusted).toBeLessThanOrEqual(1);
          list.forEach((other, j) => {
            if (p <= other) expect(adjusted).toBeLessThanOrEqual(findings[j]?.adjusted ?? 0);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it("leaves a single comparison as it is, and nothing as nothing", () => {
    expect(benjaminiHochberg([0.05])).toEqual([{ adjusted: 0.05, isReal: true }]);
    expect(benjaminiHochberg([0.06])).toEqual([{ adjusted: 0.06, isReal: false }]);
    expect(benjaminiHochberg([])).toEqual([]);
  });

  it("refuses what is no p value or no rate, naming the row", () => {
    expect(() => benjaminiHochberg([0.1, 1.1])).toThrow(/^pValues\[1\] must lie between 0 and 1/);
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(/^pValues\[0\]/);
    expect(() => benjaminiHochberg([0.1], 2)).toThrow(/^rate must lie between 0 and 1/);
  });
});
