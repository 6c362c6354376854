import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contractLifetimeValue, type Interval } from "@/lib/metrics";

const runs = { numRuns: 100 };

type Figure = { value: number | null; interval?: Interval | null };

function contains(figure: Figure): void {
  if (figure.value === null || !figure.interval) return;
  expect(figure.interval.low).toBeLessThanOrEqual(figure.value + 1e-9);
  expect(figure.interval.high).toBeGreaterThanOrEqual(figure.value - 1e-9);
}

describe("laws of ratios of money", () => {
  it("a lifetime value is never infinite, and grows with retention", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), (kept, lost) => {
        const input = { yearlyMarginMinor: 100, opening: kept + lost, kept, discountRate: 0.1 };
        const value = contractLifetimeValue(input);
        if (value.value === null) return;
        contains(value);
        expect(Number.isFinite(value.value)).toBe(true);
        const worse = contractLifetimeValue({ ...input, opening: input.opening + 1 });
        if (lost > 0) expect(worse.value ?? 0).toBeLessThanOrEqual(value.value);
      }),
      runs,
    );
  });
});
