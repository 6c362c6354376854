import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constantCurrency, revenueRetention } from "@/lib/metrics";

const amount = fc.integer({ min: 0, max: 1_000_000 });
const rate = fc.double({ min: 0.001, max: 1000, noNaN: true });
const rows = fc.array(
  fc.record({
    openingMinor: amount,
    closingMinor: amount,
    openingRate: rate,
    closingRate: rate,
  }),
  { minLength: 1, maxLength: 10 },
);

describe("constant currency", () => {
  it("a customer who pays the same in a currency that fell is kept in full, and the fall stands apart", () => {
    const { rows: restated, exchangeEffectMinor } = constantCurrency([
      { openingMinor: 1000, closingMinor: 1000, openingRate: 0.7, closingRate: 0.6 },
      { openingMinor: 500, closingMinor: 600, openingRate: 1, closingRate: 1 },
    ]);
    expect(restated).toEqual([
      { openingMinor: 700, closingMinor: 700 },
      { openingMinor: 500, closingMinor: 600 },
    ]);
    expect(exchangeEffectMinor).toBeCloseTo(-100, 10);
    const { gross, net } = revenueRetention(restated);
    expect(gross.value).toBe(1);
    expect(net.value).toBeCloseTo(1300 / 1200, 12);
  });

  it("amounts and effect add up to the closing amounts at the closing rates", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { rows: restated, exchangeEffectMinor, withoutRate } = constantCurrency(list);
        const constant = restated.reduce((total, row) => total + row.closingMinor, 0);
        const booked = list.reduce((total, row) => total + row.closingMinor * row.closingRate, 0);
        expect(constant + (exchangeEffectMinor ?? Number.NaN)).toBeCloseTo(booked, 2);
        expect(withoutRate).toBe(0);
      }),
    );
  });

  it("an account without an opening rate is left out and counted; without a closing rate only the effect is unknown", () => {
    const known = { openingMinor: 1, closingMinor: 2, openingRate: 3, closingRate: 4 };
    expect(constantCurrency([{ ...known, openingRate: null }, known])).toEqual({
      rows: [{ openingMinor: 3, closingMinor: 6 }],
      exchangeEffectMinor: 2,
      withoutRate: 1,
    });
    expect(constantCurrency([known, { ...known, closingRate: null }])).toEqual({
      rows: [
        { openingMinor: 3, closingMinor: 6 },
        { openingMinor: 3, closingMinor: 6 },
      ],
      exchangeEffectMinor: null,
      withoutRate: 0,
    });
  });

  it("no accounts have no effect, not zero", () => {
    expect(constantCurrency([])).toEqual({ rows: [], exchangeEffectMinor: null, withoutRate: 0 });
  });

  it("bad data is refused with argument and row", () => {
    const good = { openingMinor: 1, closingMinor: 1, openingRate: 1, closingRate: 1 };
    for (const field of ["openingMinor", "closingMinor", "openingRate", "closingRate"])
      for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY])
        expect(() => constantCurrency([good, { ...good, [field]: bad }])).toThrow(
          new RegExp(`^rows\\[1\\]\\.${field} must be a finite number of at least 0`),
        );
  });
});
