import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brierScore } from "@/lib/metrics";
import { found } from "./outcomes";

const predicted = fc.array(
  fc.record({
    probability: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    isRetained: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

describe("Brier score", () => {
  it("is that of the example in scikit-learn's documentation", () => {
    const chances = [0.1, 0.9, 0.8, 0.3];
    const happened = [false, true, true, false];
    const score = brierScore(
      chances.map((probability, k) => ({ probability, isRetained: happened[k] === true })),
    );
    expect(score.value).toBeCloseTo(0.0375, 12);
    expect(score).toMatchObject({ n: 4, reference: 0.25 });
    expect(score.skill).toBeCloseTo(0.85, 12);
    // Student's interval of the squares .01, .01, .04 and .09, cut at 0.
    if (score.value === null) throw new Error("no score");
    const { low, high } = found(score.interval);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.0375 + 3.182446305 * Math.sqrt(0.001425 / 4), 9);
  });

  it("is Murphy's reliability minus resolution plus uncertainty", () => {
    fc.assert(
      fc.property(predicted, (rows) => {
        const { value, reference } = brierScore(rows);
        const share = rows.filter(({ isRetained }) => isRetained).length / rows.length;
        let [reliability, resolution] = [0, 0];
        for (const chance of new Set(rows.map(({ probability }) => probability))) {
          const own = rows.filter(({ probability }) => probability === chance);
          const kept = own.filter(({ isRetained }) => isRetained).length / own.length;
          reliability += (own.length / rows.length) * (chance - kept) ** 2;
          resolution += (own.length / rows.length) * (kept - share) ** 2;
        }
        expect(reference).toBeCloseTo(share * (1 - share), 12);
        expect(value).toBeCloseTo(reliability - resolution + found(reference), 12);
      }),
      { numRuns: 50 },
    );
  });

  it("lies between 0 and 1 inside its interval, which does not go below 0", () => {
    fc.assert(
      fc.property(predicted, (rows) => {
        const score = brierScore(rows);
        if (score.value === null) throw new Error("no score");
        expect(score.value).toBeGreaterThanOrEqual(0);
        expect(score.value).toBeLessThanOrEqual(1);
        if (score.interval === null) return;
        expect(score.interval.low).toBeGreaterThanOrEqual(0);
        expect(score.interval.low).toBeLessThanOrEqual(score.value);
        expect(score.interval.high).toBeGreaterThanOrEqual(score.value);
      }),
      { numRuns: 50 },
    );
  });

  it("is 0 with skill 1 for a prophet, 1 for one who is always wrong, and 0 skill for the share", () => {
    const outcomes = [true, true, true, false];
    const of = (chance: (isRetained: boolean) => number) =>
      brierScore(outcomes.map((isRetained) => ({ isRetained, probability: chance(isRetained) })));
    expect(of(Number)).toMatchObject({ value: 0, skill: 1, interval: null });
    expect(of((kept) => 1 - Number(kept)).value).toBe(1);
    expect(of(() => 0.75).skill).toBeCloseTo(0, 12);
    expect(of(() => 0.2).skill).toBeLessThan(0);
  });

  it("has no skill where nobody was lost, and no score without rows", () => {
    const stayed = [{ probability: 0.9, isRetained: true }];
    expect(brierScore(stayed)).toMatchObject({ reference: 0, skill: null });
    expect(brierScore([])).toEqual({
      value: null,
      n: 0,
      reason: "noData",
      reference: null,
      skill: null,
    });
  });

  it("names the row whose chance is none", () => {
    for (const probability of [-0.1, 1.1, Number.NaN])
      expect(() => brierScore([{ probability, isRetained: true }])).toThrow("rows[0].probability");
  });
});
