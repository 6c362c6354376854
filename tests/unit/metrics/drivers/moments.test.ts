import { describe, expect, it } from "vitest";
import { addUp, correlationsOf, momentsOf } from "@/lib/metrics/drivers/moments";
import { swiss } from "./tables";

/** Three accounts of one, two and two answers: two drivers and the outcome. */
const accounts = [
  [[1, 5, 2]],
  [
    [2, 3, 4],
    [4, 1, 3],
  ],
  [
    [5, 2, 9],
    [3, 4, 7],
  ],
];

/** Pearson's correlation of two columns, from its definition. */
function correlation(rows: readonly (readonly number[])[], i: number, j: number): number {
  const mean = (k: number) => rows.reduce((sum, row) => sum + (row[k] as number), 0) / rows.length;
  const [a, b] = [mean(i), mean(j)];
  const product = (k: number, m: number, p: number, q: number) =>
    rows.reduce((sum, row) => sum + ((row[k] as number) - m) * ((row[p] as number) - q), 0);
  return product(i, a, j, b) / Math.sqrt(product(i, a, i, a) * product(j, b, j, b));
}

function expectNear(actual: ArrayLike<number>, expected: readonly number[], digits = 12): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, k) => {
    expect(actual[k]).toBeCloseTo(value, digits);
  });
}

describe("moments of accounts", () => {
  it("are per account its answers, their sums and products, in standard deviations from the mean", () => {
    const moments = momentsOf([
      [[1, 10]],
      [
        [3, 10],
        [5, 40],
      ],
      [],
    ]);
    // Means 3 and 20, standard deviations root of 8 / 3 and root of 200.
    const [a, b] = [Math.sqrt(3 / 8), 1 / Math.sqrt(200)];
    expect(moments).toMatchObject({ accounts: 3, stride: 6, variables: 2 });
    expectNear(moments.values, [
      ...[1, -2 * a, -10 * b, 4 * a * a, 20 * a * b, 100 * b * b],
      ...[2, 2 * a, 10 * b, 4 * a * a, 40 * a * b, 500 * b * b],
      ...[0, 0, 0, 0, 0, 0],
    ]);
  });

  it("add up to as many answers as there are, means of 0 and variances of 1", () => {
    const total = addUp(momentsOf(accounts));
    expectNear(total.slice(0, 4), [5, 0, 0, 0]);
    expectNear([total[4] as number, total[7] as number, total[9] as number], [5, 5, 5]);
  });

  it("of nobody are none", () => {
    expect(momentsOf([])).toMatchObject({ accounts: 0, variables: 0, stride: 1 });
    expect([...addUp(momentsOf([]))]).toEqual([0]);
  });

  it("drawn again and again are those of so many copies of the accounts", () => {
    const moments = momentsOf(accounts);
    const drawn = correlationsOf(addUp(moments, Int32Array.from([2, 0, 3])), 3);
    const [one, , three] = accounts as [number[][], number[][], number[][]];
    const rows = [...one, ...one, ...three, ...three, ...three];
    expectNear(
      drawn,
      [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => correlation(rows, i, j))),
    );
    expect(addUp(moments, Int32Array.from([2, 0, 3]))[0]).toBe(8);
  });
});

describe("correlations from moments", () => {
  it("are Pearson's, in the order of the variables, of one with itself 1", () => {
    const rows = swiss.drivers.map((row, i) => [...row, swiss.outcome[i] as number]);
    const found = correlationsOf(addUp(momentsOf(rows.map((row) => [row]))), 6);
    const indices = [0, 1, 2, 3, 4, 5];
    expectNear(
      found,
      indices.flatMap((i) => indices.map((j) => correlation(rows, i, j))),
    );
    // In R, cor(swiss): examination and fertility.
    expect(found[1 * 6 + 5]).toBeCloseTo(-0.6458827, 7);
  });

  it("of what does not vary in a draw are 0, also with itself, and leave the others as they are", () => {
    const moments = momentsOf([[[1, 7, 1]], [[2, 7, 3]], [[4, 9, 2]]]);
    const found = correlationsOf(addUp(moments, Int32Array.from([1, 1, 0])), 3);
    expectNear(found, [1, 0, 1, 0, 0, 0, 1, 0, 1]);
  });
});
