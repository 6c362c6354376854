import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore, calibration, concordance, predictiveValidity } from "@/lib/metrics";
import { anyOutcomes, found, scans } from "./outcomes";

/** Launch temperature and damage to the O-rings of 23 shuttles: Dalal, Fowlkes & Hoadley (1989). */
const temperatures = [
  66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58,
];
const isDamaged = "01000000111001000000101".split("").map((digit) => digit === "1");

function validityOf(rows: typeof scans, options?: Parameters<typeof predictiveValidity>[2]) {
  return predictiveValidity(
    rows.map(({ score }) => score),
    rows.map(({ isRetained }) => isRetained),
    options,
  );
}

describe("predictive validity", () => {
  it("has the logistic line of the shuttles' O-rings as Agresti prints it", () => {
    const { slope, bands } = predictiveValidity(temperatures, isDamaged, {
      edges: [60, 65, 70, 75],
    });
    if (slope.value === null) throw new Error("no slope");
    expect(slope.value).toBeCloseTo(-0.2322, 4);
    const { low, high } = found(slope.interval);
    expect((high - low) / (2 * 1.959963985)).toBeCloseTo(0.1082, 4);
    // Expected chance at 53, 57 and 58 degrees from 15.0429 - 0.2322 x.
    const chance = (x: number) => 1 / (1 + Math.exp(-(15.042902 - 0.2321627 * x)));
    expect(bands[0]?.expected).toBeCloseTo((chance(53) + chance(57) + chance(58)) / 3, 5);
  });

  it("predicts every account by the others of its band for the Brier score", () => {
    const rows = [
      { score: 1, isRetained: false },
      { score: 1, isRetained: false },
      { score: 1, isRetained: true },
      { score: 9, isRetained: true },
      { score: 9, isRetained: true },
      { score: 9, isRetained: false },
      { score: 9, isRetained: true },
    ];
    const { brier } = validityOf(rows, { edges: [5] });
    const low = [0.5 ** 2, 0.5 ** 2, 1];
    const high = [(1 / 3) ** 2, (1 / 3) ** 2, 1, (1 / 3) ** 2];
    const squares = [...low, ...high].reduce((a, b) => a + b, 0);
    expect(brier.value).toBeCloseTo(squares / 7, 12);
    // Four of seven stayed: the others' share is 3/6 for one who stayed, 4/6 for one who left.
    const reference = (4 * 0.5 ** 2 + 3 * (4 / 6) ** 2) / 7;
    expect(brier.reference).toBeCloseTo(reference, 12);
    expect(brier.skill).toBeCloseTo(1 - squares / 7 / reference, 12);
  });

  it("an account alone in its band is predicted by all the others", () => {
    const rows = [
      { score: 1, isRetained: false },
      { score: 9, isRetained: true },
      { score: 9, isRetained: false },
    ];
    // 1/2 for the one alone, 0 and 1 for the two that predict each other wrongly.
    expect(validityOf(rows, { edges: [5] }).brier.value).toBeCloseTo((0.25 + 1 + 1) / 3, 12);
  });

  it("a score of pure chance has no skill", () => {
    const rows = Array.from({ length: 400 }, (_, i) => ({
      score: i % 4,
      isRetained: Math.floor(i / 4) % 5 > 0,
    }));
    const { brier, concordance: area } = validityOf(rows, { edges: [1, 2, 3] });
    expect(area.value).toBeCloseTo(0.5, 10);
    expect(brier.skill).toBeLessThan(0);
    expect(brier.skill).toBeGreaterThan(-0.05);
  });

  it("a probability is taken at its word", () => {
    const rows = scans.map(({ score, isRetained }) => ({ score: score / 6, isRetained }));
    const validity = validityOf(rows, { kind: "probability" });
    const predicted = rows.map(({ score, isRetained }) => ({ probability: score, isRetained }));
    const { expectedOverObserved, slope, bands } = calibration(predicted);
    expect(validity).toEqual({
      concordance: concordance(rows),
      brier: brierScore(predicted),
      expectedOverObserved,
      slope,
      bands,
      n: 109,
      retained: 51,
      lost: 58,
    });
    expect(validityOf(scans).expectedOverObserved).toBeNull();
  });

  it("observed and expected retained accounts agree in sum, whatever the bands", () => {
    fc.assert(
      fc.property(anyOutcomes, (rows) => {
        const { bands, n, retained, lost } = validityOf(rows);
        expect(retained + lost).toBe(n);
        expect(bands.reduce((sum, { observed }) => sum + observed.n, 0)).toBe(n);
        const expected = bands.reduce((sum, band) => sum + band.expected * band.observed.n, 0);
        if (concordance(rows).value !== null) expect(expected).toBeCloseTo(retained, 5);
      }),
      { numRuns: 50 },
    );
  });

  it("the line has the highest likelihood: no other slope or level is more likely", () => {
    const spread = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.boolean()), {
      minLength: 5,
      maxLength: 40,
    });
    fc.assert(
      fc.property(spread, (rows) => {
        const scores = rows.map(([score]) => score);
        const outcomes = rows.map(([, kept]) => kept);
        const { slope, bands } = predictiveValidity(scores, outcomes, {
          edges: [...new Set(scores)].sort((a, b) => a - b),
        });
        if (slope.value === null) return;
        // At the maximum the errors sum to 0, by themselves and weighed by the score.
        const expected = new Map(bands.map((band) => [band.from, band.expected]));
        let [errors, weighed] = [0, 0];
        rows.forEach(([score, kept]) => {
          const error = (kept ? 1 : 0) - (expected.get(score) as number);
          errors += error;
          weighed += error * score;
        });
        expect(errors).toBeCloseTo(0, 4);
        expect(weighed / 50).toBeCloseTo(0, 4);
      }),
      { numRuns: 50 },
    );
  });

  it("every figure has its own reason where it is not known", () => {
    expect(predictiveValidity([], [])).toMatchObject({
      concordance: { value: null, reason: "noData" },
      brier: { value: null, reason: "noData", reference: null, skill: null },
      slope: { value: null, reason: "noData" },
      bands: [],
    });
    expect(predictiveValidity([5], [true])).toMatchObject({
      concordance: { reason: "nothingDiffers" },
      brier: { value: null, n: 1, reason: "noData" },
      slope: { reason: "notIdentified" },
      bands: [{ expected: 1 }],
    });
    expect(predictiveValidity([5, 5], [true, false])).toMatchObject({
      concordance: { reason: "noVariation" },
      brier: { value: 1 },
      bands: [{ expected: 0.5 }],
    });
  });

  it("names bad data", () => {
    expect(() => predictiveValidity([1], [])).toThrow(
      "scores and isRetained must be of equal length",
    );
    expect(() => predictiveValidity([1, Number.NaN], [true, true])).toThrow("scores[1]");
    expect(() => predictiveValidity([2], [true], { kind: "probability" })).toThrow("scores[0]");
    expect(() => predictiveValidity([2], [true], { edges: [2, 1] })).toThrow("edges[1]");
  });
});
