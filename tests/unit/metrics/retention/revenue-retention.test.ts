import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constantCurrency, revenueRetention } from "@/lib/metrics";
import { expectContained, expectSame, known, limitsOf } from "../intervals";

const money = fc.integer({ min: 0, max: 1_000_000_000 });
const rows = fc.array(
  fc.record({
    openingMinor: money,
    closingMinor: money,
    closingBookedMinor: money,
    wasCustomerBefore: fc.boolean(),
  }),
  { maxLength: 25 },
);
const example = [
  { openingMinor: 600, closingMinor: 780 },
  { openingMinor: 310, closingMinor: 250 },
  { openingMinor: 90, closingMinor: 0 },
  { openingMinor: 0, closingMinor: 500 },
];

describe("revenue retention", () => {
  it("keeps 85 % gross and 103 % net of 10.0 with .6 contraction, .9 churn and 1.8 expansion", () => {
    const { gross, net, bridge } = revenueRetention(example);
    expect(gross.value).toBeCloseTo(0.85, 10);
    expect(net.value).toBeCloseTo(1.03, 10);
    expect([gross.n, net.n]).toEqual([3, 3]);
    expect(bridge).toEqual({
      openingMinor: 1000,
      expansionMinor: 180,
      contractionMinor: 60,
      lostMinor: 90,
      newMinor: 500,
      wonBackMinor: 0,
      exchangeMinor: 0,
      closingMinor: 1530,
    });
  });

  it("has the ratio estimator's interval over the accounts of the base, kept to what is possible", () => {
    // u = y - 1.03 x: 162, -69.3, -92.7; SE = root of (3/2 x 39,639.78) / 1000
    const { gross, net } = revenueRetention(example);
    const [low, high] = limitsOf(net);
    expect(high - low).toBeCloseTo((2 * 1.959963985 * Math.sqrt(1.5 * 39_639.78)) / 1000, 9);
    expect(net).toMatchObject({ interval: { method: "ratio" } });
    // u = y - .85 x: 90, -13.5, -76.5
    expect(limitsOf(gross)[0]).toBeCloseTo(
      0.85 - (1.959963985 * Math.sqrt(1.5 * (8100 + 182.25 + 5852.25))) / 1000,
      9,
    );
    expect(limitsOf(gross)[1]).toBe(1);
    const wild = revenueRetention([
      { openingMinor: 10, closingMinor: 0 },
      { openingMinor: 1, closingMinor: 5 },
    ]);
    expect(limitsOf(wild.net)[0]).toBe(0);
    expect(limitsOf(wild.net)[1]).toBeGreaterThan(1);
  });

  it("shows won back, new and the exchange effect apart, in neither rate", () => {
    const { gross, net, bridge } = revenueRetention([
      { openingMinor: 100, closingMinor: 90, closingBookedMinor: 80, wasCustomerBefore: true },
      { openingMinor: 0, closingMinor: 30, wasCustomerBefore: true },
      { openingMinor: 0, closingMinor: 40, closingBookedMinor: 44 },
    ]);
    expect([gross.value, net.value]).toEqual([0.9, 0.9]);
    expect(bridge).toMatchObject({
      openingMinor: 100,
      contractionMinor: 10,
      wonBackMinor: 30,
      newMinor: 40,
      exchangeMinor: -6,
      closingMinor: 154,
    });
  });

  it("takes amounts at the opening rate, so that a fallen krona loses no customer", () => {
    const { rows: constant, exchangeEffectMinor } = constantCurrency([
      { openingMinor: 100, closingMinor: 100, openingRate: 2, closingRate: 1.5 },
    ]);
    const row = constant[0] as { openingMinor: number; closingMinor: number };
    const { net, bridge } = revenueRetention([{ ...row, closingBookedMinor: 150 }]);
    expect(net.value).toBe(1);
    expect(bridge.exchangeMinor).toBe(exchangeEffectMinor);
  });

  it("leads from opening to closing: every krone of the bridge is on one line", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { bridge } = revenueRetention(list);
        const { openingMinor, expansionMinor, contractionMinor, lostMinor } = bridge;
        const { newMinor, wonBackMinor, exchangeMinor, closingMinor } = bridge;
        const parts =
          openingMinor + expansionMinor - contractionMinor - lostMinor + newMinor + wonBackMinor;
        expect(parts + exchangeMinor).toBe(closingMinor);
      }),
    );
  });

  it("gross is at most 1 and at most net; net is gross plus expansion over opening", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { gross, net, bridge } = revenueRetention(list);
        if (gross.value === null || net.value === null) {
          expect(bridge.openingMinor).toBe(0);
          return;
        }
        expect(gross.value).toBeLessThanOrEqual(Math.min(1, net.value) + 1e-12);
        expect(net.value).toBeCloseTo(gross.value + bridge.expansionMinor / bridge.openingMinor, 6);
        for (const rate of [gross, net]) {
          expectContained(rate);
          if (rate.interval !== null) expect(limitsOf(rate)[0]).toBeGreaterThanOrEqual(0);
        }
        if (gross.interval !== null) expect(limitsOf(gross)[1]).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("row order, duplicated accounts, another currency and newcomers change no ratio", () => {
    fc.assert(
      fc.property(rows, money, fc.integer({ min: 2, max: 1000 }), (list, closingMinor, factor) => {
        const scaled = list.map((row) => ({
          openingMinor: row.openingMinor * factor,
          closingMinor: row.closingMinor * factor,
        }));
        const more = [...list, { openingMinor: 0, closingMinor }];
        const plain = revenueRetention(list);
        for (const other of [[...list].reverse(), [...list, ...list], scaled, more]) {
          expectSame(plain.net, revenueRetention(other).net);
          expectSame(plain.gross, revenueRetention(other).gross);
        }
      }),
    );
  });

  it("is the opening-weighted whole of disjoint segments", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [first, second, whole] = [a, b, [...a, ...b]].map((list) => revenueRetention(list));
        const kept = (one: typeof whole) => (one?.net.value ?? 0) * (one?.bridge.openingMinor ?? 0);
        expect(kept(whole) / 1e9).toBeCloseTo((kept(first) + kept(second)) / 1e9, 6);
      }),
    );
  });

  it("can draw its interval instead, the same for the same seed", () => {
    const drawn = (seed: number) =>
      revenueRetention(
        Array.from({ length: 30 }, (_, i) => ({
          openingMinor: 100 + i,
          closingMinor: (i * 37) % 160,
        })),
        { interval: "bootstrap", seed, replicates: 200 },
      );
    const once = drawn(7);
    expectContained(once.net);
    expectContained(once.gross);
    expect(once.net).toMatchObject({ interval: { method: "bootstrapPercentile", n: 30 } });
    expect(drawn(7)).toEqual(once);
    expect(limitsOf(drawn(8).net)).not.toEqual(limitsOf(once.net));
    const ratio = known(
      revenueRetention(
        Array.from({ length: 30 }, (_, i) => ({
          openingMinor: 100 + i,
          closingMinor: (i * 37) % 160,
        })),
        { interval: "ratio" },
      ).net,
    );
    expect(once.net.value).toBeCloseTo(ratio.value, 12);
    expect(ratio).toMatchObject({ interval: { method: "ratio" } });
  });

  it("is not known without opening revenue, and has no interval of one account", () => {
    for (const interval of ["ratio", "bootstrap"] as const) {
      const { gross, net } = revenueRetention([{ openingMinor: 0, closingMinor: 9 }], { interval });
      expect([gross, net]).toEqual(Array(2).fill({ value: null, n: 0, reason: "noData" }));
    }
    expect(revenueRetention([{ openingMinor: 2, closingMinor: 1 }]).net).toEqual({
      value: 0.5,
      n: 1,
      interval: null,
    });
  });

  it("names the row and the amount that is wrong", () => {
    const good = { openingMinor: 1, closingMinor: 1 };
    expect(() => revenueRetention([good, { ...good, openingMinor: -1 }])).toThrow(
      /rows\[1\].openingMinor/,
    );
    expect(() => revenueRetention([good, { ...good, closingMinor: Number.NaN }])).toThrow(
      /rows\[1\].closingMinor/,
    );
    expect(() => revenueRetention([good, { ...good, closingBookedMinor: -1 }])).toThrow(
      /rows\[1\].closingBookedMinor/,
    );
  });
});
