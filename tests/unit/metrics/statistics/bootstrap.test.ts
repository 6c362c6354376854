import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap } from "@/lib/metrics";
import { bcaShares, drawShareBelow, jackknifeAcceleration } from "@/lib/metrics/statistics/bca";
import { quantile, seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { expectContained, known, limitsOf } from "../intervals";

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const plugInVariance = (list: readonly number[]) =>
  mean(list.map((value) => (value - mean(list)) ** 2));

/** The spatial test data of Efron & Tibshirani (1993), table 14.1, column A. */
const spatial = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
  41,
];
const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });

describe("the bootstrap", () => {
  it("of a mean agrees with the standard error that can be computed", () => {
    const list = Array.from({ length: 100 }, (_, index) => ((index * 37) % 101) - 50);
    const error = Math.sqrt(plugInVariance(list) / list.length);
    const [low, high] = limitsOf(bootstrap(list, mean, { replicates: 4000 }));
    expect((high - low) / (2 * 1.96 * error)).toBeGreaterThan(0.95);
    expect((high - low) / (2 * 1.96 * error)).toBeLessThan(1.05);
  });

  it("contains its figure, by either method, and the order of rows changes no figure", () => {
    fc.assert(
      fc.property(
        values,
        fc.constantFrom("percentile" as const, "bca" as const),
        (list, method) => {
          const figure = bootstrap(list, mean, { method, replicates: 50 });
          expectContained(figure);
          expect(figure.value).toBeCloseTo(mean(list), 9);
          expect(bootstrap(list.toReversed(), mean, { replicates: 1 }).value).toBeCloseTo(
            mean(list),
            9,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it("with the same seed gives the same interval, with another another", () => {
    const once = bootstrap(spatial, mean, { seed: 7 });
    expect(bootstrap(spatial, mean, { seed: 7 })).toEqual(once);
    expect(bootstrap(spatial, mean, { seed: 8 })).not.toEqual(once);
    expect(bootstrap(spatial, mean)).toEqual(bootstrap(spatial, mean, { seed: 1 }));
    expect(once).toMatchObject({ interval: { method: "bootstrapPercentile", n: 26 } });
  });

  it("draws whole rows: an account with many orders comes with all of them or not at all", () => {
    const accounts = [[1, 1, 1, 1], [2], [3]];
    bootstrap(accounts, (sample) => {
      for (const account of sample) expect(accounts).toContain(account);
      expect(sample).toHaveLength(3);
      return 0;
    });
  });

  it("leaves out draws without a figure, and gives no interval where most have none", () => {
    const rows = [1, 2, 3, 4, 5, 6];
    const seldom = bootstrap(rows, (sample) => (sample.includes(1) ? mean(sample) : null));
    expectContained(seldom);
    expect(known(seldom).interval).not.toBeNull();
    const all = (sample: readonly number[]) => (new Set(sample).size === 6 ? 1 : null);
    expect(bootstrap(rows, all)).toEqual({ value: 1, n: 6, interval: null });
  });

  it("asks for the figure of the rows, and then for as many draws as it was told", () => {
    let asked = 0;
    bootstrap([1, 2], () => (asked += 1), { replicates: 20 });
    expect(asked).toBe(21);
  });

  it("has an interval where more than half of the draws have a figure, and not at half", () => {
    const everySecond = (replicates: number) => {
      let asked = 0;
      return bootstrap([1, 2, 3], () => (asked++ % 2 === 0 ? 1 : null), { replicates });
    };
    expect(everySecond(11)).toEqual({ value: 1, n: 3, interval: null });
    expect(everySecond(10)).toEqual({ value: 1, n: 3, interval: null });
    const twoOfThree = (() => {
      let asked = 0;
      return bootstrap([1, 2, 3], () => (asked++ % 3 === 1 ? null : 1), { replicates: 3 });
    })();
    expect(limitsOf(twoOfThree)).toEqual([1, 1]);
  });

  it("has no figure of nothing, and no interval of one row", () => {
    expect(bootstrap([], mean)).toEqual({ value: null, n: 0, reason: "noData" });
    expect(bootstrap([1, 2], () => null)).toEqual({ value: null, n: 2, reason: "noData" });
    expect(bootstrap([3], mean)).toEqual({ value: 3, n: 1, interval: null });
    expect(bootstrap([3], mean, { replicates: 1 })).toEqual({ value: 3, n: 1, interval: null });
  });

  it("refuses a seed, a number of draws and a figure that are none", () => {
    expect(() => bootstrap([1], mean, { seed: 0.5 })).toThrow(/^seed must be whole/);
    expect(() => bootstrap([1], mean, { seed: -1 })).toThrow(/^seed must lie between 0 and/);
    expect(() => bootstrap([1], mean, { replicates: 0 })).toThrow(/^replicates must lie between 1/);
    expect(() => bootstrap([1, 2], () => Number.NaN)).toThrow(/^statistic of the rows must be/);
    const once = { isFirst: true };
    const spoiled = () => {
      const figure = once.isFirst ? 1 : Number.POSITIVE_INFINITY;
      once.isFirst = false;
      return figure;
    };
    expect(() => bootstrap([1, 2], spoiled)).toThrow(
      /^statistic of a draw must be a finite number/,
    );
  });
});

describe("BCa", () => {
  it("of the spatial test data has acceleration .061 and takes the published quantiles", () => {
    expect(plugInVariance(spatial)).toBeCloseTo(171.5, 1);
    expect(jackknifeAcceleration(spatial, plugInVariance)).toBeCloseTo(0.0612401198, 9);
    // z0 = .146 is what .558 of the draws below the figure amount to; 90 % as in the book.
    const shares = bcaShares(0.55804, 0.0612401198, 1.6448536);
    expect(shares?.[0]).toBeCloseTo(0.11, 2);
    expect(shares?.[1]).toBeCloseTo(0.985, 3);
  });

  it("of their variance runs from 105.6 to 279.2 at 95 %, where percentiles run from 86.5 to 249.3", () => {
    // A million draws elsewhere, by another generator.
    const bca = bootstrap(spatial, plugInVariance, { method: "bca", replicates: 20_000 });
    const [low, high] = limitsOf(bca);
    expect(Math.abs(low - 105.6)).toBeLessThan(2);
    expect(Math.abs(high - 279.2)).toBeLessThan(3);
    expect(known(bca).interval?.method).toBe("bootstrapBca");
    const [from, to] = limitsOf(bootstrap(spatial, plugInVariance, { replicates: 20_000 }));
    expect(Math.abs(from - 86.5)).toBeLessThan(1.5);
    expect(Math.abs(to - 249.3)).toBeLessThan(1.5);
  });

  it("without bias and skewness is the percentile interval", () => {
    const [low, high] = bcaShares(0.5, 0, 1.959963985) ?? [0, 0];
    expect(low).toBeCloseTo(0.025, 9);
    expect(high).toBeCloseTo(0.975, 9);
  });

  it("falls back to percentiles by name where it is not defined", () => {
    const undefinedMethod = "bootstrapPercentileBcaUndefined";
    const same = bootstrap([5, 5, 5], mean, { method: "bca" });
    expect(same).toMatchObject({ interval: { method: undefinedMethod, low: 5, high: 5 } });
    const largest = bootstrap([1, 2, 3, 9], (list) => Math.max(...list, 99), { method: "bca" });
    expect(largest).toMatchObject({ interval: { method: undefinedMethod } });
    const fragile = (list: readonly number[]) => (list.length < 4 ? null : mean(list));
    expect(bootstrap([1, 2, 3, 4], fragile, { method: "bca" })).toMatchObject({
      interval: { method: undefinedMethod },
    });
    const percentile = bootstrap([1, 2, 3, 4], fragile);
    expect(limitsOf(bootstrap([1, 2, 3, 4], fragile, { method: "bca" }))).toEqual(
      limitsOf(percentile),
    );
  });

  it("is not defined at the end of the draws, without spread, or beyond its own stretch", () => {
    expect(bcaShares(0, 0.1, 1.96)).toBeNull();
    expect(bcaShares(1, 0.1, 1.96)).toBeNull();
    expect(bcaShares(0.5, null, 1.96)).toBeNull();
    expect(bcaShares(0.5, 0.6, 1.96)).toBeNull();
    expect(bcaShares(0.5, -0.6, 1.96)).toBeNull();
    expect(bcaShares(0.5, 0.5, 2)).toBeNull();
    const needsTheNine = (list: readonly number[]) => (list.includes(9) ? mean(list) : null);
    expect(jackknifeAcceleration([1, 2, 5, 9], needsTheNine)).toBeNull();
    expect(jackknifeAcceleration([2, 2, 2], mean)).toBeNull();
    expect(jackknifeAcceleration([], mean)).toBeNull();
  });

  it("counts ties half", () => {
    expect(drawShareBelow([1, 2, 2, 3], 2)).toBe(0.5);
    expect(drawShareBelow([1, 1, 2, 3], 2)).toBe(0.625);
  });
});

describe("what the draws are made of", () => {
  it("quantiles lie on a line between neighbours", () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantile([0, 10, 20], share))).toEqual([0, 5, 10, 20]);
    expect(quantile([7], 0.975)).toBe(7);
  });

  it("the random numbers are the published Mulberry32 and spread evenly", () => {
    const random = seededRandom(1);
    const buckets = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 20_000; draw += 1) {
      const at = random();
      expect(at >= 0 && at < 1).toBe(true);
      buckets[Math.floor(at * 10)] = (buckets[Math.floor(at * 10)] ?? 0) + 1;
    }
    for (const count of buckets) expect(Math.abs(count - 2000)).toBeLessThan(180);
    const first = seededRandom(1);
    expect([first(), first(), first()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });
});
