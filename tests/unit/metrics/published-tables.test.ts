import { describe, expect, it } from "vitest";
import {
  customerRetention,
  earnedGrowth,
  marginMultiple,
  revenueRetention,
  walletAllocation,
} from "@/lib/metrics";

describe("published figures are met to the digits shown", () => {
  it("10.0 with .6 contraction, .9 churn and 1.8 expansion keeps 85 % gross and 103 % net", () => {
    const retention = revenueRetention([
      { openingMinor: 600, closingMinor: 780 },
      { openingMinor: 310, closingMinor: 250 },
      { openingMinor: 90, closingMinor: 0 },
      { openingMinor: 0, closingMinor: 500 },
    ]);
    expect(retention.gross.value).toBeCloseTo(0.85, 10);
    expect(retention.net.value).toBeCloseTo(1.03, 10);
    expect(retention).toMatchObject({
      openingMinor: 1000,
      contractionMinor: 60,
      churnedMinor: 90,
      expansionMinor: 180,
      joinedMinor: 500,
    });
  });

  it("the margin multiple at 80 % retention and 10 % discount is 2.67", () => {
    expect(marginMultiple(0.8, 0.1)).toBeCloseTo(2.67, 2);
  });

  it("earned growth of 100 to 130 with NRR 85 %, earned new 25, bought 20 is 10 % and 33 % of growth", () => {
    const growth = earnedGrowth({
      openingMinor: 100,
      retainedMinor: 85,
      earnedNewMinor: 25,
      boughtNewMinor: 20,
      unknownNewMinor: 0,
    });
    if (growth.value === null) throw new Error("no growth");
    expect(growth.value).toBeCloseTo(0.1, 10);
    expect(growth.totalGrowth).toBeCloseTo(0.3, 10);
    expect(growth.ratio?.low).toBeCloseTo(0.33, 2);
  });

  it("the wallet allocation of two and three suppliers is 67/33 and 50/33/17 %", () => {
    expect([1, 2].map((rank) => Math.round(100 * walletAllocation(rank, 2)))).toEqual([67, 33]);
    expect([1, 2, 3].map((rank) => Math.round(100 * walletAllocation(rank, 3)))).toEqual([
      50, 33, 17,
    ]);
    expect(walletAllocation(1.5, 2)).toBe(0.5);
  });
});

describe("intervals know their population and what they rest on", () => {
  it("joiners and won-back customers are in neither rate", () => {
    const rows = [
      { isActiveAtStart: true, isActiveAtEnd: true },
      { isActiveAtStart: true, isActiveAtEnd: false },
      { isActiveAtStart: false, isActiveAtEnd: true },
      { isActiveAtStart: false, isActiveAtEnd: false },
    ];
    expect(customerRetention(rows)).toMatchObject({
      retention: { value: 0.5, n: 2 },
      lost: 1,
      joined: 1,
    });
  });
});
