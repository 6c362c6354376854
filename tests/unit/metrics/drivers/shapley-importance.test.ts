import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapleyImportance } from "@/lib/metrics";
import { explainedBy, permutations, rowsWithCorrelations, swiss, wave } from "./tables";

function sharesOf(...input: Parameters<typeof shapleyImportance>) {
  const result = shapleyImportance(...input);
  if (result.reason !== null) throw new Error(result.reason);
  return result;
}

/** The definition itself: all orders, or those that keep each block together. */
function byAllOrders(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
  blocks: readonly string[],
): number[] {
  const isTogether = (order: readonly number[]) => {
    const changes = order.filter((j, k) => k > 0 && blocks[j] !== blocks[order[k - 1] as number]);
    return changes.length === new Set(blocks).size - 1;
  };
  const orders = permutations(blocks.map((_, j) => j)).filter(isTogether);
  const shares = blocks.map(() => 0);
  for (const order of orders)
    order.forEach((j, k) => {
      const gain =
        explainedBy(drivers, outcome, order.slice(0, k + 1)) -
        explainedBy(drivers, outcome, order.slice(0, k));
      shares[j] = (shares[j] as number) + gain / orders.length;
    });
  return shares;
}

const answers = (width: number) =>
  fc.array(
    fc.tuple(
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: width, maxLength: width }),
      fc.integer({ min: 0, max: 10 }),
    ),
    { minLength: 10 * width, maxLength: 12 * width },
  );

function split(table: readonly (readonly [readonly number[], number])[]) {
  return { drivers: table.map(([row]) => row), outcome: table.map(([, y]) => y) };
}

describe("Shapley importance", () => {
  it("gives the shares Groemping (2006) prints for fertility in Switzerland", () => {
    const { shares, explained, n } = sharesOf(swiss.drivers, swiss.outcome);
    const printed = [0.05709122, 0.17117303, 0.26013468, 0.10557015, 0.11276592];
    shares.forEach((share, j) => {
      expect(share).toBeCloseTo(printed[j] as number, 8);
    });
    expect(explained).toBeCloseTo(0.7067, 4);
    expect(n).toBe(94);
  });

  it("is the mean gain over all orders, and with blocks over the orders that keep them together", () => {
    const { drivers, outcome } = swiss;
    for (const blocks of [
      ["a", "b", "c", "d", "e"],
      ["work", "school", "school", "church", "work"],
      ["one", "one", "one", "one", "one"],
    ]) {
      const brute = byAllOrders(drivers, outcome, blocks);
      const { shares } = sharesOf(drivers, outcome, { blocks });
      shares.forEach((share, j) => {
        expect(share).toBeCloseTo(brute[j] as number, 10);
      });
    }
  });

  it("gives a block what it would get as one driver, however many items it was asked with", () => {
    const base = rowsWithCorrelations(
      [
        [1, 0.4, 0.5],
        [0.4, 1, 0.6],
        [0.5, 0.6, 1],
      ],
      50,
    );
    const outcome = base.map((row) => row[2] as number);
    const alone = sharesOf(
      base.map(([a = 0, b = 0]) => [a, b]),
      outcome,
    );
    const thrice = sharesOf(
      base.map(([a = 0, b = 0]) => [a, a, a, b]),
      outcome,
      { blocks: ["service", "service", "service", "value"] },
    );
    expect(thrice.shares[3]).toBeCloseTo(alone.shares[1] as number, 10);
    for (const share of thrice.shares.slice(0, 3))
      expect(share).toBeCloseTo((alone.shares[0] as number) / 3, 10);
  });

  it("leaves unrelated drivers exactly what they explain alone", () => {
    const drivers = rowsWithCorrelations([[1]], 40).map(([a = 0], i) => [a, wave(7, 40)[i] ?? 0]);
    const outcome = drivers.map(([a = 0, b = 0]) => 2 * a - b);
    const { shares, directions, explained } = sharesOf(drivers, outcome);
    expect(shares[0]).toBeCloseTo(0.8, 10);
    expect(shares[1]).toBeCloseTo(0.2, 10);
    expect(directions[1]).toBeCloseTo(-Math.sqrt(0.2), 10);
    expect(explained).toBeCloseTo(1, 10);
  });

  it("never gives a negative share, and the shares sum to R squared", () => {
    fc.assert(
      fc.property(answers(4), (table) => {
        const { drivers, outcome } = split(table);
        const result = shapleyImportance(drivers, outcome);
        if (result.reason !== null) return;
        const { shares, explained } = result;
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(-1e-12);
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(explained, 10);
        expect(explained).toBeCloseTo(explainedBy(drivers, outcome, [0, 1, 2, 3]), 9);
        expect(explained).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the order of rows or drivers, nor on their units", () => {
    fc.assert(
      fc.property(answers(3), (table) => {
        const { drivers, outcome } = split(table);
        const plain = shapleyImportance(drivers, outcome);
        const turned = shapleyImportance(
          drivers.map(([a = 0, b = 0, c = 0]) => [c, 1000 * a - 3, b]).toReversed(),
          outcome.map((y) => 5 - 0.01 * y).toReversed(),
        );
        expect(turned.reason).toBe(plain.reason);
        if (plain.reason !== null || turned.reason !== null) return;
        const [a, b, c] = plain.shares as [number, number, number];
        [c, a, b].forEach((share, j) => {
          expect(turned.shares[j]).toBeCloseTo(share, 8);
        });
        expect(turned.directions[2]).toBeCloseTo(-(plain.directions[1] as number), 8);
      }),
      { numRuns: 40 },
    );
  });

  it("splits evenly between a driver and its copy, and both together get no more than R squared", () => {
    fc.assert(
      fc.property(answers(3), (table) => {
        const { drivers, outcome } = split(table);
        const plain = shapleyImportance(drivers, outcome);
        const copied = drivers.map((row) => [...row, row[0] as number]);
        const twice = shapleyImportance([...copied, ...copied], [...outcome, ...outcome]);
        if (plain.reason !== null || twice.reason !== null) return;
        expect(twice.shares[3]).toBeCloseTo(twice.shares[0] as number, 9);
        expect(twice.explained).toBeCloseTo(plain.explained, 9);
      }),
      { numRuns: 40 },
    );
  });

  it("gives nothing to a driver unrelated to all others, and takes nothing from them", () => {
    const matrix = [
      [1, 0.5, 0.6],
      [0.5, 1, 0.3],
      [0.6, 0.3, 1],
    ];
    const rows = rowsWithCorrelations(matrix, 60);
    const outcome = rows.map((row) => row[2] as number);
    const plain = sharesOf(
      rows.map((row) => row.slice(0, 2)),
      outcome,
    );
    const noise = wave(9, 60);
    const more = sharesOf(
      rows.map((row, i) => [...row.slice(0, 2), noise[i] as number]),
      outcome,
    );
    expect(more.shares[2]).toBeCloseTo(0, 12);
    plain.shares.forEach((share, j) => {
      expect(more.shares[j]).toBeCloseTo(share, 10);
    });
  });

  it("takes twelve drivers and refuses a thirteenth", () => {
    const columns = Array.from({ length: 12 }, (_, k) => wave(k + 1, 130));
    const drivers = Array.from({ length: 130 }, (_, i) => columns.map((one) => one[i] as number));
    const outcome = drivers.map((row) => row.reduce((sum, value, k) => sum + (k + 1) * value, 0));
    const { shares, explained } = sharesOf(drivers, outcome);
    expect(explained).toBeCloseTo(1, 10);
    shares.forEach((share, k) => {
      expect(share).toBeCloseTo((k + 1) ** 2 / 650, 10);
    });
    expect(() =>
      shapleyImportance(
        drivers.map((row) => [...row, 1]),
        outcome,
      ),
    ).toThrow("drivers must be at most 12 for Shapley shares");
  });

  it("says no data, too few answers below ten per driver, or no variation in any column", () => {
    const line = Array.from({ length: 20 }, (_, i) => [i, i % 3]);
    const outcome = line.map(([a = 0]) => a);
    expect(shapleyImportance([], [])).toEqual({ n: 0, reason: "noData" });
    expect(shapleyImportance([[]], [1])).toEqual({ n: 1, reason: "noData" });
    expect(shapleyImportance(line.slice(1), outcome.slice(1))).toEqual({
      n: 19,
      reason: "tooFewAnswers",
    });
    expect(shapleyImportance(line, outcome).reason).toBeNull();
    const flat = line.map(([a = 0]) => [a, 0.1]);
    expect(shapleyImportance(flat, outcome)).toEqual({ n: 20, reason: "noVariation" });
    expect(shapleyImportance(line, outcome.fill(7))).toEqual({ n: 20, reason: "noVariation" });
  });

  it("names the row of bad data", () => {
    expect(() => shapleyImportance([[1], [2]], [1])).toThrow(
      "drivers and outcome must be of equal length",
    );
    expect(() => shapleyImportance([[1, 2], [1]], [1, 2])).toThrow("drivers[1] must have 2 values");
    expect(() => shapleyImportance([[1, Number.NaN]], [1])).toThrow("drivers[0][1]");
    expect(() => shapleyImportance([[1]], [Number.POSITIVE_INFINITY])).toThrow("outcome[0]");
    expect(() => shapleyImportance([[1, 2]], [1], { blocks: ["a"] })).toThrow(
      "blocks must name 2 drivers",
    );
  });
});
