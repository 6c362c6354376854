import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortRetention, complaintRate, discountShare, negotiationDepth } from "@/lib/metrics";

describe("rates of money and complaints", () => {
  it("a discount share lies between 0 and 1 and refuses more discounted than bought", () => {
    const pair = fc.tuple(fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const { value } = discountShare(
          pairs.map(([a, b]) => ({ listMinor: a + b, discountedListMinor: a })),
        );
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
    expect(() => discountShare([{ listMinor: 1, discountedListMinor: 2 }])).toThrow(/rows\[0\]/);
  });

  it("a price rise makes the negotiation depth negative", () => {
    expect(negotiationDepth([{ listMinor: 100, signedMinor: 110 }]).value).toBeCloseTo(-0.1, 10);
    expect(negotiationDepth([])).toMatchObject({ value: null, reason: "noData" });
  });

  it("no complaint is a rate of 0 with an upper limit, never certainty", () => {
    const none = complaintRate([
      { complaints: 0, exposure: 40 },
      { complaints: 0, exposure: 60 },
    ]);
    if (none.value === null) throw new Error("no rate");
    expect(none.value).toBe(0);
    expect(none.interval?.high).toBeCloseTo(3.689, 3);
  });

  it("exact Poisson limits for ten complaints on one account run from 4.80 to 18.39", () => {
    const ten = complaintRate([{ complaints: 10, exposure: 100 }]);
    if (ten.value === null) throw new Error("no rate");
    expect(ten.interval?.low).toBeCloseTo(4.795, 3);
    expect(ten.interval?.high).toBeCloseTo(18.39, 2);
  });
});

describe("cohorts", () => {
  const rows = fc.array(
    fc.record({
      firstDay: fc.integer({ min: 0, max: 30 }),
      life: fc.option(fc.integer({ min: 0, max: 800 })),
    }),
    { minLength: 1, maxLength: 20 },
  );

  it("never rise with age, and stand only where every customer has reached the age", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 31, max: 900 }), (list, asOfDay) => {
        const cells = cohortRetention(
          list.map(({ firstDay, life }) => ({
            firstDay,
            lostDay: life === null ? null : firstDay + life,
          })),
          { ages: [0, 1, 3, 6, 12, 24], asOfDay },
        );
        const shares = cells.map(({ value }) => value).filter((value) => value !== null);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        const firstEmpty = cells.findIndex(({ value }) => value === null);
        if (firstEmpty !== -1)
          expect(cells.slice(firstEmpty).every(({ value }) => value === null)).toBe(true);
      }),
    );
  });

  it("say not reached, never 0, for the future", () => {
    const [cell] = cohortRetention([{ firstDay: 0, lostDay: null }], { ages: [12], asOfDay: 100 });
    expect(cell).toMatchObject({ value: null, reason: "notReached" });
  });
});
