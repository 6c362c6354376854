import { describe, expect, it } from "vitest";
import { secondOrderWithin } from "@/lib/metrics";
import { betaQuantile } from "@/lib/metrics/numeric/beta";
import { betaProductLimits } from "@/lib/metrics/retention/beta-product";
import { limitsOf } from "../intervals";

describe("beta product limits of a survival curve", () => {
  it("are Clopper and Pearson's where nobody is censored, however the ends are spread over time", () => {
    for (const [n, gone] of [
      [26, 26],
      [26, 0],
      [12, 5],
    ] as const) {
      const left = n - gone;
      const low = left === 0 ? 0 : betaQuantile(left, gone + 1, 0.025);
      const high = gone === 0 ? 1 : betaQuantile(left + 1, gone, 0.975);
      const one = Array.from({ length: gone }, (_, at) => ({ atRisk: n - at, events: 1 }));
      const atOnce = gone === 0 ? [] : [{ atRisk: n, events: gone }];
      for (const steps of [one, atOnce]) {
        const limits = betaProductLimits(steps, left);
        expect(limits[0]).toBeCloseTo(low, 9);
        expect(limits[1]).toBeCloseTo(high, 9);
      }
    }
  });

  it("grow wider where some were not followed to the end", () => {
    const whole = [
      { atRisk: 20, events: 10 },
      { atRisk: 10, events: 10 },
    ];
    const censored = [
      { atRisk: 20, events: 10 },
      { atRisk: 4, events: 4 },
    ];
    expect(betaProductLimits(censored, 0)[1]).toBeGreaterThan(betaProductLimits(whole, 0)[1]);
    expect(betaProductLimits([], 5)[0]).toBeLessThan(betaProductLimits([], 20)[0]);
  });

  it("stand beside a share of which everybody, or nobody, came back", () => {
    const within = { windowDays: 365, asOfDay: 1000 };
    const back = Array.from({ length: 26 }, (_, at) => [0, 10 + at]);
    const everybody = secondOrderWithin(back, within);
    expect(everybody.value).toBe(1);
    expect(limitsOf(everybody)[0]).toBeCloseTo(0.025 ** (1 / 26), 9);
    expect(limitsOf(everybody)[1]).toBe(1);
    const nobody = secondOrderWithin(
      Array.from({ length: 26 }, () => [0]),
      within,
    );
    expect(limitsOf(nobody)).toEqual([0, expect.closeTo(1 - 0.025 ** (1 / 26), 9)]);
  });
});
