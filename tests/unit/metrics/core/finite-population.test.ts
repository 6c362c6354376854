import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOfSilence } from "@/lib/metrics";
import { equivalentSampleSize, silentShare } from "@/lib/metrics/core/finite-population";

describe("the finite-population correction", () => {
  it("shrinks the variance to the share that is silent, and not without a population", () => {
    expect(silentShare(30, 40)).toBe(0.25);
    expect(silentShare(40, 40)).toBe(0);
    expect(silentShare(40, null)).toBe(1);
    expect(silentShare(0, 0)).toBe(1);
  });

  it("counts n of N as n (N - 1) / (N - n) of an endless population", () => {
    expect(equivalentSampleSize(10, 19)).toBe(20);
    expect(equivalentSampleSize(10, 10)).toBe(Number.POSITIVE_INFINITY);
    expect(equivalentSampleSize(1, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(equivalentSampleSize(10, null)).toBe(10);
  });

  it("agrees with the hypergeometric variance of a share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), (n, more) => {
        const population = n + more;
        const variance = (0.3 * 0.7 * (population - n)) / (n * (population - 1));
        expect((0.3 * 0.7) / equivalentSampleSize(n, population)).toBeCloseTo(variance, 12);
      }),
    );
  });
});

describe("the bounds of silence", () => {
  const scale = { low: -100, high: 100 };

  it("are the worst and the best that all silent could say", () => {
    expect(boundsOfSilence(20, 0.6, scale)).toEqual({ low: -28, high: 52 });
    expect(boundsOfSilence(0.5, 0.8, { low: 0, high: 1 })).toEqual({
      low: 0.4,
      high: expect.closeTo(0.6, 12),
    });
  });

  it("contain the figure, are it where all were heard, and the whole scale where nobody was", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (figure, share) => {
          const { low, high } = boundsOfSilence(figure, share, scale);
          expect(low).toBeLessThanOrEqual(figure + 1e-9);
          expect(high).toBeGreaterThanOrEqual(figure - 1e-9);
          expect(high - low).toBeCloseTo(200 * (1 - share), 9);
        },
      ),
    );
    expect(boundsOfSilence(31, 1, scale)).toEqual({ low: 31, high: 31 });
    expect(boundsOfSilence(0, 0, scale)).toEqual(scale);
  });

  it("refuse a share that is none and a figure off its scale", () => {
    expect(() => boundsOfSilence(0, 1.1, scale)).toThrow(/^heardShare must lie between 0 and 1/);
    expect(() => boundsOfSilence(0, Number.NaN, scale)).toThrow(/^heardShare/);
    expect(() => boundsOfSilence(101, 1, scale)).toThrow(/^figure must lie between -100 and 100/);
  });
});
