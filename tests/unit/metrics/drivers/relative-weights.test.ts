import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relativeWeights, shapleyImportance } from "@/lib/metrics";
import { rowsWithCorrelations, swiss, wave } from "./tables";

function weightsOf(drivers: readonly (readonly number[])[], outcome: readonly number[]) {
  const result = relativeWeights(drivers, outcome);
  if (result.reason !== null) throw new Error(result.reason);
  return result;
}

const pairs = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), fc.nat({ max: 10 })),
  { minLength: 20, maxLength: 30 },
);

describe("relative weights", () => {
  it("gives the weights the R package iopsych prints for Johnson's (2000) formula", () => {
    const rows = rowsWithCorrelations(
      [
        [1, 0.2, 0.3, 0.4, -0.4],
        [0.2, 1, 0.5, 0.1, 0.1],
        [0.3, 0.5, 1, 0.2, -0.3],
        [0.4, 0.1, 0.2, 1, 0.4],
        [-0.4, 0.1, -0.3, 0.4, 1],
      ],
      80,
    );
    const { shares } = weightsOf(
      rows.map((row) => row.slice(0, 4)),
      rows.map((row) => row[4] as number),
    );
    const printed = [0.24066119, 0.05492664, 0.12143476, 0.28158189];
    shares.forEach((share, j) => {
      expect(share).toBeCloseTo(printed[j] as number, 8);
    });
  });

  it("lies close to Shapley's shares for fertility in Switzerland, with the same R squared", () => {
    const weights = weightsOf(swiss.drivers, swiss.outcome);
    const shapley = shapleyImportance(swiss.drivers, swiss.outcome);
    if (shapley.reason !== null) throw new Error(shapley.reason);
    // By eigenvalues in numpy.
    const expected = [0.0484169, 0.15470825, 0.2719641, 0.11468003, 0.11696572];
    weights.shares.forEach((share, j) => {
      expect(share).toBeCloseTo(expected[j] as number, 7);
      expect(Math.abs(share - (shapley.shares[j] as number))).toBeLessThan(0.02);
    });
    expect(weights.explained).toBeCloseTo(shapley.explained, 10);
    expect(weights.directions).toEqual(shapley.directions);
  });

  it("for two drivers is Shapley's share", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const drivers = rows.map(([a, b]) => [a, b]);
        const outcome = rows.map(([, , y]) => y);
        const [shapley, weights] = [
          shapleyImportance(drivers, outcome),
          relativeWeights(drivers, outcome),
        ];
        expect(weights.reason).toBe(shapley.reason);
        if (shapley.reason !== null || weights.reason !== null) return;
        expect(weights.shares[0]).toBeCloseTo(shapley.shares[0] as number, 7);
        expect(weights.explained).toBeCloseTo(shapley.explained, 8);
      }),
      { numRuns: 50 },
    );
  });

  it("splits evenly between a driver and its copy", () => {
    const drivers = swiss.drivers.map((row) => [...row, row[2] as number]);
    const { shares, explained } = weightsOf(drivers, swiss.outcome);
    expect(shares[5]).toBeCloseTo(shares[2] as number, 10);
    expect(explained).toBeCloseTo(0.70673500159, 9);
  });

  it("takes more drivers than Shapley's shares do", () => {
    const columns = Array.from({ length: 14 }, (_, k) => wave(k + 1, 140));
    const drivers = Array.from({ length: 140 }, (_, i) => columns.map((one) => one[i] as number));
    const outcome = drivers.map((row) => row.reduce((sum, value, k) => sum + (k + 1) * value, 0));
    weightsOf(drivers, outcome).shares.forEach((share, k) => {
      expect(share).toBeCloseTo((k + 1) ** 2 / 1015, 10);
    });
  });

  it("says no data, too few answers or no variation, and names the row of bad data", () => {
    const line = Array.from({ length: 10 }, (_, i) => [i]);
    const outcome = line.map(([a = 0]) => a);
    expect(relativeWeights([], [])).toEqual({ n: 0, reason: "noData" });
    expect(relativeWeights(line.slice(1), outcome.slice(1)).reason).toBe("tooFewAnswers");
    expect(relativeWeights(line, outcome).reason).toBeNull();
    expect(relativeWeights(line, outcome.fill(1)).reason).toBe("noVariation");
    expect(() => relativeWeights([[1], [Number.NaN]], [1, 2])).toThrow("drivers[1][0]");
  });
});
