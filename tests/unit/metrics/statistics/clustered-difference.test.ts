import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredDifference, clusteredRatio, type RatioPair } from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { expectContained, known, limitsOf } from "../intervals";

const row = fc.record({
  y: fc.integer({ min: -100, max: 100 }),
  x: fc.integer({ min: 1, max: 100 }),
});
const pairs = fc.array(fc.record({ now: fc.option(row), before: fc.option(row) }), {
  maxLength: 15,
});

function halfWidth(figure: Parameters<typeof limitsOf>[0]): number {
  const [low, high] = limitsOf(figure);
  return (high - low) / 2;
}

describe("the clustered difference", () => {
  it("of the same accounts with equal weights is the paired t statistic's standard error", () => {
    const changes = [3, 5, -1, 9];
    const list = changes.map((change, index) => ({
      now: { y: 10 * index + change, x: 1 },
      before: { y: 10 * index, x: 1 },
    }));
    const difference = known(clusteredDifference(list));
    expect(difference.value).toBe(4);
    expect(halfWidth(difference)).toBeCloseTo(1.959963985 * Math.sqrt(52 / 3 / 4), 10);
    expect(difference.interval).toMatchObject({ method: "ratioDifference", n: 4 });
  });

  it("of different accounts is the difference of two independent ratios", () => {
    const random = seededRandom(4);
    const rows = (count: number) =>
      Array.from({ length: count }, () => ({ y: random(), x: 1 + random() }));
    const [now, before] = [rows(60), rows(80)];
    const difference = known(
      clusteredDifference([
        ...now.map((one) => ({ now: one, before: null })),
        ...before.map((one) => ({ now: null, before: one })),
      ]),
    );
    const [a, b] = [known(clusteredRatio(now)), known(clusteredRatio(before))];
    expect(difference.value).toBeCloseTo(a.value - b.value, 12);
    const apart = Math.hypot(halfWidth(a), halfWidth(b));
    expect(halfWidth(difference) / apart).toBeGreaterThan(0.99);
    expect(halfWidth(difference) / apart).toBeLessThan(1.01);
  });

  it("finds in the same accounts what two independent groups would hide", () => {
    const same = Array.from({ length: 30 }, (_, index) => ({
      now: { y: index + 1 + (index % 3) / 10, x: 1 },
      before: { y: index, x: 1 },
    }));
    const apart = same.flatMap(({ now, before }): RatioPair[] => [
      { now, before: null },
      { now: null, before },
    ]);
    expect(clusteredDifference(same)).toMatchObject({ isRealChange: true });
    expect(clusteredDifference(apart)).toMatchObject({ isRealChange: false });
  });

  it("contains its difference, turns its sign with the dates, and calls real what has a p under .05", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const there = clusteredDifference(list);
        const back = clusteredDifference(
          list.map(({ now, before }) => ({ now: before, before: now })),
        );
        expectContained(there);
        if (there.value === null) {
          expect(back).toMatchObject({ value: null });
          return;
        }
        expect(back.value).toBeCloseTo(-there.value, 9);
        if (there.pValue !== null && Math.abs(there.pValue - 0.05) > 1e-8)
          expect(there.isRealChange).toBe(there.pValue < 0.05);
      }),
    );
  });

  it("needs accounts with weight at both dates, and more than one for an interval", () => {
    const one = { y: 1, x: 1 };
    const none = { isRealChange: null, pValue: null };
    expect(clusteredDifference([])).toEqual({ value: null, n: 0, reason: "noData", ...none });
    expect(clusteredDifference([{ now: one, before: null }])).toEqual({
      value: null,
      n: 1,
      reason: "noData",
      ...none,
    });
    expect(clusteredDifference([{ now: one, before: { y: 0, x: 0 } }])).toMatchObject({
      reason: "zeroDenominator",
    });
    expect(clusteredDifference([{ now: { y: 0, x: 0 }, before: one }])).toMatchObject({
      reason: "zeroDenominator",
    });
    expect(clusteredDifference([{ now: one, before: { y: 0, x: 1 } }])).toEqual({
      value: 1,
      n: 1,
      interval: null,
      ...none,
    });
  });

  it("says that nothing changed where no account changed", () => {
    const steady = [1, 2, 3].map((y) => ({ now: { y, x: 2 }, before: { y, x: 2 } }));
    expect(clusteredDifference(steady)).toMatchObject({
      value: 0,
      isRealChange: false,
      pValue: 1,
    });
  });

  it("leaves no doubt of a change that all accounts made alike", () => {
    const alike = [1, 1].map((y) => ({ now: { y, x: 1 }, before: { y: 0, x: 1 } }));
    expect(clusteredDifference(alike)).toMatchObject({ value: 1, isRealChange: true, pValue: 0 });
  });

  it("refuses bad rows with their place", () => {
    const one = { y: 1, x: 1 };
    expect(() => clusteredDifference([{ now: { y: Number.NaN, x: 1 }, before: one }])).toThrow(
      /^pairs\[0\]\.now\.y must be/,
    );
    expect(() => clusteredDifference([{ now: one, before: { y: 1, x: -1 } }])).toThrow(
      /^pairs\[0\]\.before\.x must be/,
    );
  });
});
