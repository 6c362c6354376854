import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cohortRetention,
  complaintRate,
  discountShare,
  negotiationDepth,
  relativeWeights,
  shapleyImportance,
} from "@/lib/metrics";

/** A full cross of three levels: columns that are not related at all. */
const cross = [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => [a, b]));
const thrice = [...cross, ...cross, ...cross];

const table = (width: number) =>
  fc.array(
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: width, maxLength: width }),
      fc.integer({ min: 0, max: 10 }),
    ),
    { minLength: 10 * width, maxLength: 14 * width },
  );

describe("drivers", () => {
  it("unrelated drivers keep exactly what they explain alone", () => {
    const outcome = thrice.map(([a = 0, b = 0]) => 2 * a + b);
    for (const importance of [shapleyImportance, relativeWeights]) {
      const result = importance(thrice, outcome);
      if (result.reason !== null) throw new Error(result.reason);
      expect(result.shares[0]).toBeCloseTo(0.8, 10);
      expect(result.shares[1]).toBeCloseTo(0.2, 10);
      expect(result.explained).toBeCloseTo(1, 10);
    }
  });

  it("shares are not negative and add up to R squared, by both methods alike", () => {
    fc.assert(
      fc.property(table(4), (rows) => {
        const drivers = rows.map(([row]) => row);
        const outcome = rows.map(([, y]) => y);
        const [shapley, weights] = [
          shapleyImportance(drivers, outcome),
          relativeWeights(drivers, outcome),
        ];
        if (shapley.reason !== null || weights.reason !== null) return;
        for (const { shares, explained } of [shapley, weights]) {
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(explained, 9);
          for (const share of shares) expect(share).toBeGreaterThanOrEqual(-1e-9);
          expect(explained).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(weights.explained).toBeCloseTo(shapley.explained, 8);
      }),
      { numRuns: 50 },
    );
  });

  it("for two drivers relative weights are the Shapley shares", () => {
    fc.assert(
      fc.property(table(2), (rows) => {
        const drivers = rows.map(([row]) => row);
        const outcome = rows.map(([, y]) => y);
        const [shapley, weights] = [
          shapleyImportance(drivers, outcome),
          relativeWeights(drivers, outcome),
        ];
        if (shapley.reason !== null || weights.reason !== null) return;
        expect(weights.shares[0]).toBeCloseTo(shapley.shares[0] as number, 7);
      }),
      { numRuns: 50 },
    );
  });

  it("say too few answers below ten per driver, and no variation where nobody differs", () => {
    expect(
      shapleyImportance(
        cross,
        cross.map(() => 1),
      ),
    ).toMatchObject({ reason: "tooFewAnswers" });
    expect(
      shapleyImportance(
        thrice,
        thrice.map(() => 1),
      ),
    ).toMatchObject({ reason: "noVariation" });
    const twins = thrice.map(([a = 0]) => [a, 2 * a]);
    const outcome = thrice.map(([a = 0]) => a);
    expect(shapleyImportance(twins, outcome)).toMatchObject({ reason: "noVariation" });
    expect(relativeWeights(twins, outcome)).toMatchObject({ reason: "noVariation" });
    expect(shapleyImportance([], [])).toMatchObject({ reason: "noData" });
  });

  it("refuse unequal lengths and name the row", () => {
    expect(() => shapleyImportance(thrice, [1])).toThrow(RangeError);
    expect(() => shapleyImportance([[1, 2], [1]], [1, 2])).toThrow(/drivers\[1\]/);
  });
});

describe("rates of money and complaints", () => {
  it("a discount share lies between 0 and 1 and refuses more discounted than bought", () => {
    const pair = fc.tuple(fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const { value } = discountShare(
          pairs.map(([a, b]) => ({ listMinor: a + b, discountedListMinor: a })),
        );
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
    expect(() => discountShare([{ listMinor: 1, discountedListMinor: 2 }])).toThrow(/rows\[0\]/);
  });

  it("a price rise makes the negotiation depth negative", () => {
    expect(negotiationDepth([{ listMinor: 100, signedMinor: 110 }]).value).toBeCloseTo(-0.1, 10);
    expect(negotiationDepth([])).toMatchObject({ value: null, reason: "noData" });
  });

  it("no complaint is a rate of 0 with an upper limit, never certainty", () => {
    const none = complaintRate([
      { complaints: 0, exposure: 40 },
      { complaints: 0, exposure: 60 },
    ]);
    if (none.value === null) throw new Error("no rate");
    expect(none.value).toBe(0);
    expect(none.interval?.high).toBeCloseTo(3.689, 3);
  });

  it("exact Poisson limits for ten complaints on one account run from 4.80 to 18.39", () => {
    const ten = complaintRate([{ complaints: 10, exposure: 100 }]);
    if (ten.value === null) throw new Error("no rate");
    expect(ten.interval?.low).toBeCloseTo(4.795, 3);
    expect(ten.interval?.high).toBeCloseTo(18.39, 2);
  });
});

describe("cohorts", () => {
  const rows = fc.array(
    fc.record({
      firstDay: fc.integer({ min: 0, max: 30 }),
      life: fc.option(fc.integer({ min: 0, max: 800 })),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it("never rise with age, and stand only where every customer has reached the age", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 31, max: 900 }), (list, asOfDay) => {
        const cells = cohortRetention(
          list.map(({ firstDay, life }) => ({
            firstDay,
            lostDay: life === null ? null : firstDay + life,
          })),
          { ages: [0, 1, 3, 6, 12, 24], asOfDay },
        );
        const shares = cells.map(({ value }) => value).filter((value) => value !== null);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        const firstEmpty = cells.findIndex(({ value }) => value === null);
        if (firstEmpty !== -1)
          expect(cells.slice(firstEmpty).every(({ value }) => value === null)).toBe(true);
      }),
    );
  });

  it("say not reached, never 0, for the future", () => {
    const [cell] = cohortRetention([{ firstDay: 0, lostDay: null }], { ages: [12], asOfDay: 100 });
    expect(cell).toMatchObject({ value: null, reason: "notReached" });
  });
});
