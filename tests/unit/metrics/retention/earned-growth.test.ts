import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustomerSource, clusteredRatio, earnedGrowth, type GrowthRow } from "@/lib/metrics";
import { limitsOf } from "../intervals";

const money = fc.integer({ min: 0, max: 1_000_000 });
const sources = fc.constantFrom<CustomerSource>("earned", "bought", "unknown");
const rows = fc.array(
  fc.record({
    openingMinor: fc.oneof(fc.constant(0), money),
    closingMinor: money,
    source: sources,
  }),
  { maxLength: 20 },
);
const fresh = (closingMinor: number, source?: CustomerSource): GrowthRow => ({
  openingMinor: 0,
  closingMinor,
  ...(source === undefined ? {} : { source }),
});

function grown(some: readonly GrowthRow[]) {
  const growth = earnedGrowth(some);
  if (growth.value === null) throw new Error("no growth");
  return growth;
}

/** Twenty accounts that grow by a tenth, thirty new ones by source. */
const growing: GrowthRow[] = [
  ...Array.from({ length: 20 }, (_, i) => ({ openingMinor: 100, closingMinor: 100 + (i % 5) * 5 })),
  ...Array.from({ length: 10 }, (_, i) => fresh(20 + i, "earned")),
  ...Array.from({ length: 10 }, (_, i) => fresh(15 + i, "bought")),
  ...Array.from({ length: 10 }, () => fresh(10)),
];

describe("earned growth", () => {
  it("is 10 % and a third of the growth in the published example", () => {
    const growth = grown([
      { openingMinor: 100, closingMinor: 85 },
      fresh(25, "earned"),
      fresh(20, "bought"),
    ]);
    expect(growth.value).toBeCloseTo(0.1, 10);
    expect(growth.high).toBeCloseTo(0.1, 10);
    expect(growth.netRetention).toBeCloseTo(0.85, 10);
    expect(growth.totalGrowth).toBeCloseTo(0.3, 10);
    expect(growth.ratio?.low).toBeCloseTo(1 / 3, 10);
    expect(growth.ratio?.high).toBeCloseTo(1 / 3, 10);
    expect(growth.ratio?.interval).toBeNull();
    expect(growth.n).toBe(3);
  });

  it("runs from none to all of the unknown sources; who does not say is unknown", () => {
    const growth = grown([
      { openingMinor: 100, closingMinor: 90, source: "bought" },
      fresh(30),
      fresh(10, "unknown"),
    ]);
    expect(growth.value).toBeCloseTo(-0.1, 10);
    expect(growth.high).toBeCloseTo(0.3, 10);
    expect(growth.ratio).toMatchObject({ high: 1 });
    expect(growth.ratio?.low).toBeCloseTo(-1 / 3, 10);
  });

  it("has the ratio estimator's interval, from the low end of the range to the high one", () => {
    const growth = grown(growing);
    const rate = (earned: readonly CustomerSource[]) =>
      limitsOf(
        clusteredRatio(
          growing.map(({ openingMinor, closingMinor, source = "unknown" }) => ({
            y: openingMinor > 0 || earned.includes(source) ? closingMinor - openingMinor : 0,
            x: openingMinor,
          })),
        ),
      );
    expect(growth.interval?.low).toBeCloseTo(rate(["earned"])[0], 12);
    expect(growth.interval?.high).toBeCloseTo(rate(["earned", "unknown"])[1], 12);
    expect(growth.interval).toMatchObject({ method: "ratio", n: 50 });
  });

  it("gives the ratio Fieller's limits: those at which it can just not be excluded", () => {
    const growth = grown(growing);
    const change = growing.map(({ openingMinor, closingMinor }) => closingMinor - openingMinor);
    const earned = (all: boolean) =>
      growing.map(({ openingMinor, source = "unknown" }, i) =>
        openingMinor > 0 || source === "earned" || (all && source === "unknown")
          ? (change[i] as number)
          : 0,
      );
    const distance = (y: readonly number[], theta: number) => {
      const d = y.map((one, i) => one - theta * (change[i] as number));
      const total = d.reduce((a, b) => a + b, 0);
      const variance = d.reduce((sum, one) => sum + (one - total / 50) ** 2, 0) / 49;
      return total / Math.sqrt(50 * variance);
    };
    const { low, high } = growth.ratio?.interval ?? { low: Number.NaN, high: Number.NaN };
    expect(distance(earned(false), low)).toBeCloseTo(1.959963985, 8);
    expect(distance(earned(true), high)).toBeCloseTo(-1.959963985, 8);
    expect(growth.ratio?.interval).toMatchObject({ method: "fieller", n: 50, level: 0.95 });
    expect(low).toBeLessThan(growth.ratio?.low ?? 0);
    expect(high).toBeGreaterThan(growth.ratio?.high ?? 9);
  });

  it("has no ratio where revenue did not grow, and none with an interval where growth is not proven", () => {
    const shrunk = [
      { openingMinor: 100, closingMinor: 100 },
      { openingMinor: 9, closingMinor: 9 },
    ];
    expect(grown(shrunk)).toMatchObject({ ratio: null, totalGrowth: 0 });
    const unsure = grown([
      { openingMinor: 100, closingMinor: 160 },
      { openingMinor: 100, closingMinor: 50 },
      fresh(5, "earned"),
    ]);
    expect(unsure.totalGrowth).toBeCloseTo(0.075, 10);
    expect(unsure.ratio).toMatchObject({ low: 1, interval: null });
    expect(grown([{ openingMinor: 1, closingMinor: 2 }])).toMatchObject({
      value: 1,
      interval: null,
      ratio: { low: 1, high: 1, interval: null },
    });
  });

  it("lies between its ends, inside its interval, and never above total growth", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const growth = earnedGrowth(list);
        if (growth.value === null) return;
        expect(growth.high).toBeGreaterThanOrEqual(growth.value - 1e-12);
        expect(growth.totalGrowth).toBeGreaterThanOrEqual(growth.high - 1e-9);
        expect(growth.value).toBeGreaterThanOrEqual(growth.netRetention - 1 - 1e-9);
        if (growth.interval) {
          expect(growth.interval.low).toBeLessThanOrEqual(growth.value + 1e-9);
          expect(growth.interval.high).toBeGreaterThanOrEqual(growth.high - 1e-9);
        }
        const ratio = growth.ratio;
        if (ratio === null) expect(growth.totalGrowth).toBeLessThanOrEqual(1e-9);
        else if (ratio.interval) {
          expect(ratio.interval.low).toBeLessThanOrEqual(ratio.low + 1e-9);
          expect(ratio.interval.high).toBeGreaterThanOrEqual(ratio.high - 1e-9);
        }
      }),
    );
  });

  it("does not change with the order of rows, the currency, or a second copy of every account", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 100 }), (list, factor) => {
        const growth = earnedGrowth(list);
        const scaled = list.map((row) => ({
          ...row,
          openingMinor: row.openingMinor * factor,
          closingMinor: row.closingMinor * factor,
        }));
        for (const other of [[...list].reverse(), [...list, ...list], scaled]) {
          const same = earnedGrowth(other);
          expect(same.value === null).toBe(growth.value === null);
          if (growth.value === null || same.value === null) continue;
          expect(same.value).toBeCloseTo(growth.value, 9);
          expect(same.high).toBeCloseTo(growth.high, 9);
          expect(same.ratio?.low ?? -9).toBeCloseTo(growth.ratio?.low ?? -9, 6);
        }
      }),
    );
  });

  it("is not known without rows or without opening revenue", () => {
    expect(earnedGrowth([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(earnedGrowth([fresh(5, "earned")])).toEqual({
      value: null,
      n: 1,
      reason: "zeroDenominator",
    });
  });

  it("names the row and the amount that is wrong", () => {
    const good = fresh(1);
    expect(() => earnedGrowth([good, { openingMinor: -1, closingMinor: 1 }])).toThrow(
      /rows\[1\].openingMinor/,
    );
    expect(() => earnedGrowth([good, fresh(Number.POSITIVE_INFINITY)])).toThrow(
      /rows\[1\].closingMinor/,
    );
  });
});
