import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concordance } from "@/lib/metrics";
import { accounts, anyOutcomes, pairsInOrder, scans } from "./outcomes";

function limitsOf(rows: Parameters<typeof concordance>[0]) {
  const { value, ...rest } = concordance(rows);
  if (value === null || !("interval" in rest) || rest.interval === null) throw new Error("no area");
  return { value, ...rest.interval };
}

/** Hanley & McNeil's standard error, both groups at their mean size in the smaller terms. */
function hanleyMcNeil(area: number, retained: number, lost: number): number {
  const size = (retained + lost) / 2;
  const one = area / (2 - area) - area ** 2;
  const two = (2 * area ** 2) / (1 + area) - area ** 2;
  return Math.sqrt((area * (1 - area) + (size - 1) * (one + two)) / (retained * lost));
}

describe("concordance", () => {
  it("is that of Hanley & McNeil's scans, with DeLong's interval as Stata prints it", () => {
    const { value, low, high, method, n, effectiveN } = limitsOf(scans);
    expect(value).toBeCloseTo(0.8932, 4);
    expect(low).toBeCloseTo(0.83295, 5);
    expect(high).toBeCloseTo(0.95339, 5);
    expect([method, n, effectiveN]).toEqual(["deLong", 109, 102]);
  });

  it("is the share of pairs in the right order, and its interval contains it", () => {
    fc.assert(
      fc.property(anyOutcomes, (rows) => {
        const { value, ...rest } = concordance(rows);
        if (value === null) return;
        expect(value).toBeCloseTo(pairsInOrder(rows), 10);
        if (!("interval" in rest) || rest.interval === null) throw new Error("no interval");
        expect(rest.interval.low).toBeLessThanOrEqual(value + 1e-12);
        expect(rest.interval.high).toBeGreaterThanOrEqual(value - 1e-12);
        expect(rest.interval.low).toBeGreaterThanOrEqual(0);
        expect(rest.interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("turns to its complement with the score, and any rising change of units leaves it", () => {
    fc.assert(
      fc.property(anyOutcomes, (rows) => {
        const plain = concordance(rows);
        if (plain.value === null) return;
        const turned = limitsOf(rows.map((row) => ({ ...row, score: -row.score })));
        expect(turned.value).toBeCloseTo(1 - plain.value, 10);
        expect(turned.low).toBeCloseTo(1 - limitsOf(rows).high, 6);
        const curved = rows.map((row) => ({ ...row, score: Math.exp(row.score) })).toReversed();
        expect(limitsOf(curved).value).toBeCloseTo(plain.value, 10);
        expect(limitsOf(curved).low).toBeCloseTo(limitsOf(rows).low, 10);
      }),
      { numRuns: 50 },
    );
  });

  it("after a perfect split is 1, but not surely: the limit is where 1 is 1.96 errors away", () => {
    const { value, low, high, method } = limitsOf([...accounts(1, 0, 5), ...accounts(2, 20, 0)]);
    expect([value, high, method]).toEqual([1, 1, "hanleyMcNeilScore"]);
    expect((1 - low) / hanleyMcNeil(low, 20, 5)).toBeCloseTo(1.959963985, 6);
    const worst = limitsOf([...accounts(2, 0, 5), ...accounts(1, 20, 0)]);
    expect([worst.value, worst.low]).toEqual([0, 0]);
    expect(worst.high).toBeCloseTo(1 - low, 10);
  });

  it("with one account of a kind has the wider interval, because one does not vary", () => {
    const rows = [...accounts(3, 0, 1), ...accounts(1, 4, 0), ...accounts(5, 6, 0)];
    const { value, low, high, method } = limitsOf(rows);
    expect([value, method]).toEqual([0.6, "hanleyMcNeilScore"]);
    expect((value - low) / hanleyMcNeil(low, 10, 1)).toBeCloseTo(1.959963985, 6);
    expect((high - value) / hanleyMcNeil(high, 10, 1)).toBeCloseTo(1.959963985, 6);
  });

  it("twice as many accounts of the same kinds leave it and narrow its interval by about root 2", () => {
    const [one, two] = [limitsOf(scans), limitsOf([...scans, ...scans])];
    expect(two.value).toBeCloseTo(one.value, 12);
    expect((one.high - one.low) / (two.high - two.low)).toBeCloseTo(Math.SQRT2, 1);
  });

  it("is not known without rows, where nothing differs, or where all have one score", () => {
    expect(concordance([])).toEqual({ value: null, n: 0, reason: "noData" });
    const [stayed, gone] = [accounts(1, 3, 0), accounts(2, 0, 3)];
    expect(concordance(stayed)).toEqual({ value: null, n: 3, reason: "nothingDiffers" });
    expect(concordance(gone)).toEqual({ value: null, n: 3, reason: "nothingDiffers" });
    expect(concordance(accounts(4, 2, 2))).toEqual({ value: null, n: 4, reason: "noVariation" });
  });

  it("names the row whose score is not finite", () => {
    expect(() =>
      concordance([...accounts(1, 1, 0), { score: Number.NaN, isRetained: true }]),
    ).toThrow("rows[1].score");
  });
});
