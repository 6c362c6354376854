import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concordance, proofOfPrediction, upliftPotential } from "@/lib/metrics";

const rows = fc.array(
  fc.record({ band: fc.integer({ min: 0, max: 3 }), isRetained: fc.boolean() }),
  { minLength: 2, maxLength: 40 },
);

const bandOf = (band: number, retained: number, lost: number) => [
  ...Array.from({ length: retained }, () => ({ band, isRetained: true })),
  ...Array.from({ length: lost }, () => ({ band, isRetained: false })),
];

describe("proof of prediction", () => {
  it("says predicts, predicts the opposite or no proof, in plain words", () => {
    const rising = [...bandOf(0, 10, 20), ...bandOf(1, 20, 10), ...bandOf(2, 28, 2)];
    expect(proofOfPrediction(rising)).toMatchObject({ verdict: "predicts", n: 90 });
    const falling = rising.map((row) => ({ ...row, band: 2 - row.band }));
    expect(proofOfPrediction(falling)).toMatchObject({ verdict: "predictsTheOpposite" });
    const flat = [...bandOf(0, 20, 10), ...bandOf(1, 20, 10)];
    expect(proofOfPrediction(flat)).toMatchObject({ verdict: "noProof", pValue: 1 });
  });

  it("is not known with one band, or where all were retained", () => {
    expect(proofOfPrediction([])).toMatchObject({ reason: "noData" });
    expect(proofOfPrediction(bandOf(1, 3, 3))).toMatchObject({ reason: "oneBandOnly" });
    expect(proofOfPrediction([...bandOf(0, 3, 0), ...bandOf(1, 3, 0)])).toMatchObject({
      reason: "nothingDiffers",
    });
  });

  it("does not depend on where the bands start or how they are spaced apart evenly", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const plain = proofOfPrediction(list);
        const moved = proofOfPrediction(list.map((row) => ({ ...row, band: 10 + 2 * row.band })));
        expect(moved.reason).toBe(plain.reason);
        if (plain.reason === null && moved.reason === null)
          expect(moved.trend).toBeCloseTo(plain.trend, 8);
      }),
    );
  });
});

describe("concordance", () => {
  const scored = fc.array(
    fc.record({ score: fc.integer({ min: 0, max: 10 }), isRetained: fc.boolean() }),
    { maxLength: 40 },
  );

  it("lies between 0 and 1 inside its interval, and turns to its complement with the score", () => {
    fc.assert(
      fc.property(scored, (list) => {
        const auc = concordance(list);
        if (auc.value === null) return;
        expect(auc.interval?.low).toBeLessThanOrEqual(auc.value);
        expect(auc.interval?.high).toBeGreaterThanOrEqual(auc.value);
        const turned = concordance(list.map((row) => ({ ...row, score: -row.score }))).value ?? 0;
        expect(turned).toBeCloseTo(1 - auc.value, 10);
      }),
    );
  });

  it("is the share of pairs in the right order", () => {
    fc.assert(
      fc.property(scored, (list) => {
        const kept = list.filter(({ isRetained }) => isRetained);
        const lost = list.filter(({ isRetained }) => !isRetained);
        let right = 0;
        for (const a of kept)
          for (const b of lost) right += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
        const { value } = concordance(list);
        if (value !== null) expect(value).toBeCloseTo(right / (kept.length * lost.length), 10);
        else expect(kept.length * lost.length).toBe(0);
      }),
    );
  });
});

describe("potential", () => {
  it("compares only inside a stratum, and says how much could be compared", () => {
    const potential = upliftPotential(
      [
        { stratum: "large", isLoyal: true, amountMinor: 1000 },
        { stratum: "large", isLoyal: false, amountMinor: 600 },
        { stratum: "small", isLoyal: true, amountMinor: 50 },
        { stratum: "small", isLoyal: false, amountMinor: 40 },
        { stratum: "small", isLoyal: false, amountMinor: 20 },
        { stratum: "tiny", isLoyal: false, amountMinor: 5 },
      ],
      { conversionShare: 1 },
    );
    expect(potential.value).toBeCloseTo(400 + 2 * 20, 10);
    expect(potential.comparableShare).toBeCloseTo(0.75, 10);
  });

  it("is not known where nothing can be compared", () => {
    const alone = [{ stratum: "a", isLoyal: true, amountMinor: 1 }];
    expect(upliftPotential(alone, { conversionShare: 1 })).toMatchObject({
      value: null,
      reason: "nothingComparable",
    });
    expect(upliftPotential([], { conversionShare: 1 })).toMatchObject({ reason: "noData" });
    expect(() => upliftPotential(alone, { conversionShare: 2 })).toThrow(RangeError);
  });

  it("scales with the currency and with the stated share", () => {
    const list = fc.array(
      fc.record({
        stratum: fc.constantFrom("a", "b"),
        isLoyal: fc.boolean(),
        amountMinor: fc.nat({ max: 1e6 }),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(list, (some) => {
        const of = (factor: number, conversionShare: number) =>
          upliftPotential(
            some.map((row) => ({ ...row, amountMinor: row.amountMinor * factor })),
            { conversionShare, replicates: 10 },
          ).value;
        const whole = of(1, 1);
        if (whole === null) return;
        expect(of(3, 0.5)).toBeCloseTo(1.5 * whole, 4);
      }),
      { numRuns: 50 },
    );
  });
});
