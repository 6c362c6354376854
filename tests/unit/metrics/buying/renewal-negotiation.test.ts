import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap, kaplanMeier, negotiationDays, negotiationDepth } from "@/lib/metrics";
import { median } from "@/lib/metrics/core/order-statistics";
import { expectContained, expectSame, limitsOf } from "../intervals";

const few = { replicates: 60 };
const renewal = fc.record({
  listMinor: fc.integer({ min: 1, max: 1_000_000 }),
  signedMinor: fc.nat({ max: 1_500_000 }),
});
const accounts = fc.array(fc.array(renewal, { maxLength: 3 }), { maxLength: 12 });
const signed = (signedMinor: number, listMinor = 100) => ({ listMinor, signedMinor });

describe("negotiation depth", () => {
  it("weighs by list value, and shows the renewal in the middle beside it", () => {
    const depth = negotiationDepth([[signed(90), signed(70)], [signed(310, 300)], []], few);
    expect(depth.weighted).toMatchObject({ value: expect.closeTo(0.06, 10), n: 2 });
    expect(depth.median).toMatchObject({ value: expect.closeTo(0.1, 10), n: 2 });
    expect(depth).toMatchObject({ signed: 3, raised: 1 });
  });

  it("is negative for a price rise; the same price is neither", () => {
    expect(negotiationDepth([[signed(110)]]).weighted.value).toBeCloseTo(-0.1, 10);
    expect(negotiationDepth([[signed(110)], [signed(100)]], few).raised).toBe(1);
  });

  it("draws whole accounts for its interval, the same for the same seed", () => {
    const own = Array.from({ length: 20 }, (_, i) => [signed(70 + i), signed(110 - 2 * i, 120)]);
    const options = { seed: 2, replicates: 200 };
    const depth = negotiationDepth(own, options);
    const weighted = bootstrap(
      own,
      (rows) => {
        const all = rows.flat();
        const list = all.reduce((sum, one) => sum + one.listMinor, 0);
        return 1 - all.reduce((sum, one) => sum + one.signedMinor, 0) / list;
      },
      options,
    );
    expect(limitsOf(depth.weighted)[0]).toBeCloseTo(limitsOf(weighted)[0], 12);
    expect(limitsOf(depth.weighted)[1]).toBeCloseTo(limitsOf(weighted)[1], 12);
    const middle = bootstrap(
      own,
      (rows) => median(rows.flat().map((one) => 1 - one.signedMinor / one.listMinor)),
      options,
    );
    expect(depth.median).toEqual(middle);
    expect(negotiationDepth(own, { ...options, seed: 3 }).weighted).not.toEqual(depth.weighted);
  });

  it("is at most 1, inside its interval, whatever the order, the currency or a second copy", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 2, max: 100 }), (list, factor) => {
        const depth = negotiationDepth(list, few);
        for (const one of [depth.weighted, depth.median]) {
          expectContained(one);
          if (one.value !== null) expect(one.value).toBeLessThanOrEqual(1);
        }
        const scaled = list.map((own) =>
          own.map((one) => signed(one.signedMinor * factor, one.listMinor * factor)),
        );
        for (const other of [[...list].reverse(), [...list, ...list], scaled]) {
          expectSame(negotiationDepth(other, few).weighted, depth.weighted);
          expectSame(negotiationDepth(other, few).median, depth.median);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is not known without signed renewals: lost ones have no depth", () => {
    const none = { value: null, n: 0, reason: "noData" };
    expect(negotiationDepth([[], []])).toEqual({
      weighted: none,
      median: none,
      signed: 0,
      raised: 0,
    });
  });

  it("names account and row of a price that cannot be", () => {
    expect(() => negotiationDepth([[], [signed(1), signed(1, 0)]])).toThrow(
      "accounts[1][1].listMinor must be above 0",
    );
    expect(() => negotiationDepth([[signed(-1)]])).toThrow(/accounts\[0\]\[0\].signedMinor/);
    expect(() => negotiationDepth([[signed(1, Number.NaN)]])).toThrow(
      /accounts\[0\]\[0\].listMinor/,
    );
  });
});

describe("negotiation days", () => {
  it("censors what is still open instead of calling it short", () => {
    const rows = [
      { daysOpen: 20, isClosed: true },
      { daysOpen: 30, isClosed: true },
      { daysOpen: 60, isClosed: false },
    ];
    expect(negotiationDays(rows)).toMatchObject({ median: 30, events: 2, n: 3, lastTime: 60 });
    expect(negotiationDays(rows)).toEqual(
      kaplanMeier(rows.map(({ daysOpen, isClosed }) => ({ time: daysOpen, event: isClosed }))),
    );
    const open = rows.map((row) => ({ ...row, isClosed: false }));
    expect(negotiationDays(open)).toMatchObject({ median: null, steps: [] });
  });

  it("says noData of none and names the row of negative days", () => {
    expect(negotiationDays([])).toMatchObject({ n: 0, reason: "noData" });
    const good = { daysOpen: 0, isClosed: true };
    expect(() => negotiationDays([good, { daysOpen: -1, isClosed: true }])).toThrow(
      /negotiations\[1\].daysOpen/,
    );
  });
});
