import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assumedLossShares, type LossSpan, lossShare, lossShares } from "@/lib/metrics";

const passive = {
  lostMinor: 6.6,
  baseMinor: 60,
  meanRunningMinor: 0.82,
  assumed: 0.15,
  accountYears: 61,
};

describe("a loss share", () => {
  it("is shrunk to the assumption by 20 mean accounts: (6.6 + 2.46) / (60 + 16.4) = 11.9 %", () => {
    const share = lossShare(passive);
    expect(share.value).toBeCloseTo((6.6 + 2.46) / (60 + 16.4), 12);
    expect((share.value * 100).toFixed(1)).toBe("11.9");
    expect(share).toMatchObject({ basis: "learned", accountYears: 61 });
  });

  it("is called assumed below 30 account-years, and learned from there", () => {
    expect(lossShare({ ...passive, accountYears: 29.9 }).basis).toBe("assumed");
    expect(lossShare({ ...passive, accountYears: 30 }).basis).toBe("learned");
  });

  it("is the assumption where there is neither a base nor revenue", () => {
    const nothing = { ...passive, lostMinor: 0, baseMinor: 0, meanRunningMinor: 0 };
    expect(lossShare(nothing)).toEqual({ value: 0.15, basis: "assumed", accountYears: 61 });
  });

  it("refuses what cannot be, and names it", () => {
    const refused = (more: Partial<typeof passive>) => () => lossShare({ ...passive, ...more });
    expect(refused({ lostMinor: 61 })).toThrow("lostMinor must not be more than baseMinor");
    expect(refused({ lostMinor: -1 })).toThrow(/^lostMinor/);
    expect(refused({ baseMinor: Number.NaN })).toThrow(/^baseMinor/);
    expect(refused({ meanRunningMinor: -1 })).toThrow(/^meanRunningMinor/);
    expect(refused({ assumed: 1.1 })).toThrow(/^assumed must lie/);
    expect(refused({ accountYears: -1 })).toThrow(/^accountYears/);
    expect(lossShare({ ...passive, lostMinor: 60 }).value).toBeLessThan(1);
  });
});

const span: fc.Arbitrary<LossSpan> = fc.record({
  state: fc.constantFrom("loyal", "passive", "latent", "leaving", "notKnown"),
  openingMinor: fc.integer({ min: 0, max: 1_000_000 }),
  closingMinor: fc.integer({ min: 0, max: 1_500_000 }),
});

describe("loss shares by state", () => {
  it("without any history are .35, .25, .15, .15 and .05, all assumed", () => {
    const shares = lossShares([], 1000);
    const values = Object.entries(shares).map(([state, { value, basis }]) => [state, value, basis]);
    expect(Object.fromEntries(values.map(([state, value]) => [state, value]))).toEqual({
      leaving: 0.35,
      latent: 0.25,
      passive: 0.15,
      notKnown: 0.15,
      loyal: 0.05,
    });
    expect(values.every(([, , basis]) => basis === "assumed")).toBe(true);
  });

  it("count a shrunk account by what it lost, and growth as no loss", () => {
    const spans = [
      { state: "passive", openingMinor: 100, closingMinor: 60 },
      { state: "passive", openingMinor: 100, closingMinor: 130 },
      { state: "loyal", openingMinor: 100, closingMinor: 0 },
    ] as const;
    const shares = lossShares(spans, 10);
    expect(shares.passive).toEqual({
      value: (40 + 30) / (200 + 200),
      basis: "assumed",
      accountYears: 2,
    });
    expect(shares.loyal.value).toBeCloseTo((100 + 200 * 0.05) / (100 + 200), 12);
  });

  it("are the same from twelve spans of a twelfth as from one whole year", () => {
    const year = { state: "latent", openingMinor: 1200, closingMinor: 900 } as const;
    const month = { ...year, openingMinor: 100, closingMinor: 75, accountYears: 1 / 12 };
    const months = lossShares(
      Array.from({ length: 12 }, () => month),
      50,
    ).latent;
    const whole = lossShares([year], 50).latent;
    expect(months.value).toBeCloseTo(whole.value, 12);
    expect(months.accountYears).toBeCloseTo(1, 12);
  });

  it("take another assumption where one is given", () => {
    expect(lossShares([], 1, { ...assumedLossShares, loyal: 0.02 }).loyal.value).toBe(0.02);
  });

  it("refuse bad rows and name them", () => {
    const good = { state: "loyal", openingMinor: 1, closingMinor: 1 } as const;
    const refused = (more: Partial<LossSpan>) => () => lossShares([good, { ...good, ...more }], 1);
    expect(refused({ openingMinor: -1 })).toThrow(/^spans\[1\]\.openingMinor/);
    expect(refused({ closingMinor: Number.NaN })).toThrow(/^spans\[1\]\.closingMinor/);
    expect(refused({ accountYears: -1 })).toThrow(/^spans\[1\]\.accountYears/);
  });

  it("lie between 0 and 1, scale with no currency and ask for no order of rows", () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 30 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 2, max: 100 }),
        (spans, mean, factor) => {
          const shares = lossShares(spans, mean);
          const scaled = lossShares(
            spans
              .map((one) => ({
                ...one,
                openingMinor: one.openingMinor * factor,
                closingMinor: one.closingMinor * factor,
              }))
              .reverse(),
            mean * factor,
          );
          for (const state of ["loyal", "passive", "latent", "leaving", "notKnown"] as const) {
            expect(shares[state].value).toBeGreaterThanOrEqual(0);
            expect(shares[state].value).toBeLessThanOrEqual(1);
            expect(scaled[state].value).toBeCloseTo(shares[state].value, 9);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
