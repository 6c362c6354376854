import { describe, expect, it } from "vitest";
import { chanceShares, drawnShares, shareMethod } from "@/lib/metrics/drivers/driver-draws";
import { addUp, correlationsOf, momentsOf } from "@/lib/metrics/drivers/moments";
import { relativeShares } from "@/lib/metrics/drivers/relative-shares";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { rowsWithCorrelations } from "./tables";

/** Three accounts of two, one and three answers: two drivers and the outcome. */
const accounts = [
  [
    [1, 5, 2],
    [2, 2, 3],
  ],
  [[4, 1, 5]],
  [
    [5, 2, 9],
    [3, 4, 7],
    [2, 3, 1],
  ],
];
const moments = momentsOf(accounts);

const correlationsBy = (rows: readonly (readonly number[])[]) =>
  correlationsOf(addUp(momentsOf(rows.map((row) => [row]))), rows[0]?.length ?? 0);

function expectNear(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(actual).toHaveLength(expected.length);
  Array.from(expected).forEach((value, k) => {
    expect(actual[k]).toBeCloseTo(value, 10);
  });
}

describe("shares in samples of accounts", () => {
  it("are those of the accounts drawn, all their answers with them", () => {
    const random = seededRandom(5);
    const seen: number[][] = [];
    const draws = drawnShares(
      moments,
      (correlations) => {
        seen.push([...correlations]);
        return [seen.length];
      },
      { seed: 5, replicates: 80 },
    );
    const samples = Array.from({ length: 80 }, () =>
      [0, 1, 2].flatMap(() => accounts[Math.floor(3 * random())] as number[][]),
    );
    const varied = samples.filter((rows) => new Set(rows.map((row) => row[2])).size > 1);
    expect(varied.length).toBeLessThan(80);
    expect(draws).toEqual(varied.map((_, k) => [k + 1]));
    varied.forEach((rows, k) => {
      // A driver that never varies in a draw has no correlation; the definition would divide by 0.
      const expected = correlationsBy(rows).map((value) => (Number.isFinite(value) ? value : 0));
      expectNear(seen[k] as number[], expected);
    });
  });

  it("are as many as asked for where the outcome always varies, and the same for the same seed", () => {
    const spread = momentsOf([accounts[0], accounts[2]] as number[][][]);
    const method = shareMethod([0, 1]);
    const draws = drawnShares(spread, method, { seed: 1, replicates: 7 });
    expect(draws).toHaveLength(7);
    expect(drawnShares(spread, method, { seed: 1, replicates: 7 })).toEqual(draws);
    expect(drawnShares(spread, method, { seed: 2, replicates: 7 })).not.toEqual(draws);
    expect(drawnShares(spread, method, { seed: 1, replicates: 0 })).toEqual([]);
  });
});

describe("the method of sharing", () => {
  const rows = rowsWithCorrelations(
    [
      [1, 0.5, 0.6],
      [0.5, 1, 0.3],
      [0.6, 0.3, 1],
    ],
    40,
  );
  const correlations = correlationsBy(rows);

  it("is Shapley's up to twelve items: of two drivers half of what each adds first and last", () => {
    // R squared .36 and .09 alone, together (.36 + .09 - 2 x .6 x .3 x .5) / (1 - .25) = .36.
    expectNear(shareMethod([0, 1])(correlations), [(0.36 + 0.27) / 2, 0.09 / 2]);
    expectNear(shareMethod([0, 1], 12)(correlations), [(0.36 + 0.27) / 2, 0.09 / 2]);
  });

  it("is Johnson's beyond: the number of items decides, not that of blocks", () => {
    const wide = Array.from({ length: 40 }, (_, i) => [
      ...(rowsWithCorrelations(
        [1, 2, 3, 4].map((a) => [1, 2, 3, 4].map((b) => (a === b ? 1 : 0.4))),
        40,
      )[i] ?? []),
    ]);
    const four = correlationsBy(
      wide.map((row, i) => [...row.slice(0, 3), (rows[i]?.[0] ?? 0) + 2 * (row[3] as number)]),
    );
    const johnson = relativeShares(four, 3);
    const shapley = shareMethod([0, 1, 2], 12)(four);
    expectNear(shareMethod([0, 1, 2], 13)(four), johnson);
    expect(Math.abs((shapley[0] as number) - (johnson[0] as number))).toBeGreaterThan(1e-6);
  });
});

describe("the share of a driver of pure chance", () => {
  /** The same with the value of chance written beside every answer of its account, as one more driver. */
  function byHand(seed: number, replicates: number, blocks: readonly number[]): number[] {
    const random = seededRandom(seed);
    return Array.from({ length: replicates }, () => {
      const rows = accounts.flatMap((own) => {
        const value = random() - 0.5;
        return own.map((row) => [...row.slice(0, 2), value, row[2] as number]);
      });
      return shareMethod([...blocks, -1])(correlationsBy(rows))[2] as number;
    });
  }

  it("is what a value per account gets beside the others, again and again", () => {
    for (const blocks of [
      [0, 1],
      [0, 0],
    ])
      expectNear(chanceShares(moments, blocks, { seed: 3, replicates: 6 }), byHand(3, 6, blocks));
  });

  it("is drawn from the seed, as often as asked", () => {
    expect(chanceShares(moments, [0, 1], { seed: 3, replicates: 0 })).toEqual([]);
    expect(chanceShares(moments, [0, 1], { seed: 4, replicates: 6 })).not.toEqual(
      chanceShares(moments, [0, 1], { seed: 3, replicates: 6 }),
    );
  });

  it("of twelve drivers is still Shapley's, the driver of chance not counted", () => {
    const columns = Array.from(
      { length: 12 },
      (_, j) => (i: number) => ((i * (j + 2)) % 7) + (i % (j + 3)),
    );
    const table = Array.from({ length: 40 }, (_, i) => [
      ...columns.map((of) => of(i)),
      (i * i) % 11,
    ]);
    const many = momentsOf(table.map((row) => [row]));
    const blocks = Array.from({ length: 12 }, (_, j) => j % 3);
    const random = seededRandom(3);
    const rows = table.map((row) => [...row.slice(0, 12), random() - 0.5, row[12] as number]);
    const [share] = chanceShares(many, blocks, { seed: 3, replicates: 1 });
    expect(share).toBeCloseTo(
      shareMethod([...blocks, -1], 12)(correlationsBy(rows))[12] as number,
      9,
    );
  });
});
