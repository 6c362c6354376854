import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TrendGroup, trendTest } from "@/lib/metrics";
import { known } from "../intervals";

const groups = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.nat({ max: 30 }), fc.nat({ max: 30 }))
    .map(([score, k, rest]): TrendGroup => ({ score, k, n: k + rest })),
  { maxLength: 6 },
);

describe("the trend test", () => {
  it("of Fleiss's smokers in four groups has chi-square 8.2249 and p .0041", () => {
    // Fleiss, Statistical Methods for Rates and Proportions (1981), page 139.
    const patients = [86, 93, 136, 82];
    const trend = known(
      trendTest(
        [83, 90, 129, 70].map((k, index) => ({
          score: index + 1,
          k,
          n: patients[index] as number,
        })),
      ),
    );
    expect(trend.value).toBeCloseTo(8.2249, 4);
    expect(trend.pValue).toBeCloseTo(0.004132, 6);
    expect(trend.slope).toBeCloseTo(-0.0334156, 6);
    expect(trend).toMatchObject({ isRealTrend: true, n: 397 });
  });

  it("of two groups is the chi-square of their four-fold table", () => {
    fc.assert(
      fc.property(groups, (list) => {
        const [a, b] = [list[0], list[1]];
        if (!a || !b || a.n * b.n === 0) return;
        const trend = trendTest([
          { ...a, score: 0 },
          { ...b, score: 1 },
        ]);
        if (trend.value === null) return;
        const cross = a.k * (b.n - b.k) - b.k * (a.n - a.k);
        const margins = (a.k + b.k) * (a.n + b.n - a.k - b.k) * a.n * b.n;
        expect(trend.value).toBeCloseTo((cross ** 2 * (a.n + b.n)) / margins, 6);
      }),
    );
  });

  it("calls real exactly what has a p under .05", () => {
    // 10, 12 and 14 of 20: chi-square 1.67; ten times as many make the same slope real.
    const slight = (times: number) =>
      [10, 12, 14].map((k, score) => ({ score, k: k * times, n: 20 * times }));
    expect(trendTest(slight(1))).toMatchObject({ isRealTrend: false });
    expect(trendTest(slight(10))).toMatchObject({ isRealTrend: true });
    fc.assert(
      fc.property(groups, (list) => {
        const trend = trendTest(list);
        if (trend.value !== null) expect(trend.isRealTrend).toBe(trend.pValue < 0.05);
      }),
    );
  });

  it("does not depend on the order of groups, where scores start, or how a group is split", () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 9 }), (list, factor) => {
        const plain = trendTest(list);
        const moved = trendTest(
          list.map((group) => ({ ...group, score: factor * group.score - 7 })),
        );
        const split = list.flatMap(({ score, k, n }) => [
          { score, k, n: k },
          { score, k: 0, n: n - k },
        ]);
        for (const other of [trendTest(list.toReversed()), moved, trendTest(split)]) {
          if (plain.value === null) expect(other).toMatchObject({ reason: plain.reason });
          else expect(other.value).toBeCloseTo(plain.value, 6);
        }
        if (plain.value !== null && moved.value !== null)
          expect(moved.slope * factor).toBeCloseTo(plain.slope, 9);
      }),
    );
  });

  it("has a reason where nothing can differ", () => {
    expect(trendTest([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(trendTest([{ score: 1, k: 0, n: 0 }])).toMatchObject({ reason: "noData" });
    const one = { score: 1, k: 3, n: 5 };
    expect(trendTest([one, one])).toEqual({ value: null, n: 10, reason: "oneBandOnly" });
    expect(trendTest([one, { score: 2, k: 0, n: 0 }])).toMatchObject({ reason: "oneBandOnly" });
    const all = { score: 2, k: 5, n: 5 };
    expect(trendTest([{ ...one, k: 5 }, all])).toMatchObject({ reason: "nothingDiffers" });
    expect(
      trendTest([
        { ...one, k: 0 },
        { ...all, k: 0 },
      ]),
    ).toMatchObject({
      reason: "nothingDiffers",
    });
  });

  it("refuses what cannot be, with its row", () => {
    const good = { score: 0, k: 1, n: 2 };
    const bad = (group: Partial<TrendGroup>) => () => trendTest([good, { ...good, ...group }]);
    expect(bad({ score: Number.NaN })).toThrow(/^groups\[1\]\.score must be a finite number/);
    expect(bad({ k: 0.5 })).toThrow(/^groups\[1\]\.k must be a whole number/);
    expect(bad({ n: -1 })).toThrow(/^groups\[1\]\.n must be a whole number/);
    expect(bad({ k: 3 })).toThrow(new RangeError("groups[1].k 3 is larger than its n 2"));
  });
});
