import { describe, expect, it } from "vitest";
import {
  bootstrap,
  clusteredRatio,
  contractLifetimeValue,
  customerRetention,
  earnedGrowth,
  marginMultiple,
  netPromoterScore,
  newcombeDifference,
  npsByAccount,
  npsByRevenue,
  revenueRetention,
  walletAllocation,
  wilsonInterval,
} from "@/lib/metrics";

describe("published figures are met to the digits shown", () => {
  it("Wilson 95 % for 81 of 263 runs from .2553 to .3662", () => {
    const { interval } = wilsonInterval(81, 263) as Extract<
      ReturnType<typeof wilsonInterval>,
      { value: number }
    >;
    expect(interval?.low).toBeCloseTo(0.2553, 4);
    expect(interval?.high).toBeCloseTo(0.3662, 4);
  });

  it("NPS of 70/20/10 is 60, variance .44, SE 6.633, adjusted Wald 45.27 to 71.24 around 58.25", () => {
    const scores = [...Array(70).fill(10), ...Array(20).fill(8), ...Array(10).fill(3)];
    const nps = netPromoterScore(scores);
    if (nps.value === null) throw new Error("no NPS");
    expect(nps.value).toBe(60);
    expect(nps.variance).toBeCloseTo(0.44, 10);
    expect(nps.standardError).toBeCloseTo(6.633, 3);
    expect(nps.interval.low).toBeCloseTo(45.27, 2);
    expect(nps.interval.high).toBeCloseTo(71.24, 1);
    expect((nps.interval.low + nps.interval.high) / 2).toBeCloseTo(58.25, 2);
  });

  it("NPS of 10, 2, 7, 8, 6 is -20, not +20", () => {
    expect(netPromoterScore([10, 2, 7, 8, 6])).toMatchObject({
      value: -20,
      promoters: 1,
      detractors: 2,
    });
  });

  it("Newcombe's own example 56/70 against 48/80 runs from .0524 to .3339 and is a real change", () => {
    const difference = newcombeDifference(56, 70, 48, 80);
    expect(difference).toMatchObject({ isRealChange: true });
    if (difference.value === null) throw new Error("no difference");
    expect(difference.value).toBeCloseTo(0.2, 10);
    expect(difference.interval?.low).toBeCloseTo(0.0524, 4);
    expect(difference.interval?.high).toBeCloseTo(0.3339, 4);
  });

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

describe("no data is a value, bad data an error", () => {
  it("an empty group has no NPS, not zero", () => {
    expect(netPromoterScore([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(npsByAccount([{ scores: [], revenueMinor: 5 }])).toMatchObject({
      value: null,
      reason: "noData",
    });
    expect(npsByRevenue([{ scores: [9], revenueMinor: 0 }])).toMatchObject({
      reason: "zeroDenominator",
    });
  });

  it("an error names the argument and the row", () => {
    expect(() => netPromoterScore([9, 11])).toThrow(/scores\[1\]/);
    expect(() => netPromoterScore([9, Number.NaN])).toThrow(RangeError);
    expect(() => clusteredRatio([{ y: 1, x: -1 }])).toThrow(/rows\[0\].x/);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, { population: 1 })).toThrow(/population/);
    expect(() => npsByRevenue([{ scores: [1], revenueMinor: -1 }])).toThrow(
      /accounts\[0\].revenueMinor/,
    );
  });

  it("one account has a ratio but no interval", () => {
    expect(clusteredRatio([{ y: 1, x: 2 }])).toEqual({ value: 0.5, n: 1, interval: null });
  });
});

describe("intervals know their population and what they rest on", () => {
  it("everybody heard leaves no doubt", () => {
    const all = netPromoterScore([9, 9, 7, 2], { population: 4 });
    if (all.value === null) throw new Error("no NPS");
    expect([all.interval.low, all.interval.high]).toEqual([25, 25]);
    expect(all.bounds).toEqual({ low: 25, high: 25 });
    expect(wilsonInterval(1, 4, { population: 4 })).toMatchObject({
      interval: { low: 0.25, high: 0.25 },
    });
  });

  it("the bounds count every silent person as detractor, or as promoter", () => {
    expect(netPromoterScore([9, 9, 7, 2], { population: 10 })).toMatchObject({
      bounds: { low: -50, high: 70 },
    });
  });

  it("effective n falls where one account carries the revenue", () => {
    const accounts = [
      { scores: [9], revenueMinor: 98 },
      { scores: [0], revenueMinor: 1 },
      { scores: [0], revenueMinor: 1 },
    ];
    const nps = npsByRevenue(accounts);
    if (nps.value === null) throw new Error("no NPS");
    expect(nps.value).toBeCloseTo(96, 10);
    expect(nps.interval?.effectiveN).toBeCloseTo(100 ** 2 / (98 ** 2 + 2), 10);
  });

  it("silent revenue widens the bounds of the revenue NPS", () => {
    const heard = { scores: [10], revenueMinor: 60 };
    const silent = { scores: [], revenueMinor: 40 };
    const nps = npsByRevenue([heard, silent]);
    if (nps.value === null) throw new Error("no NPS");
    expect(nps.heardShare).toBeCloseTo(0.6, 10);
    expect(nps.bounds.low).toBeCloseTo(20, 10);
    expect(nps.bounds.high).toBeCloseTo(100, 10);
  });

  it("a customer group that lost nobody has a lower bound of its value, never infinity", () => {
    const value = contractLifetimeValue({
      yearlyMarginMinor: 100,
      opening: 30,
      kept: 30,
      discountRate: 0.1,
    });
    expect(value).toMatchObject({ isLowerBound: true, retention: 0.9, interval: null });
    expect(value.value).toBeCloseTo((100 * 0.9) / 0.2, 10);
    expect(
      contractLifetimeValue({ yearlyMarginMinor: 100, opening: 3, kept: 3, discountRate: 0.1 }),
    ).toMatchObject({ value: null, reason: "notIdentified" });
  });

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

  it("the same seed gives the same bootstrap interval, another seed another", () => {
    const rows = Array.from({ length: 40 }, (_, i) => (i * 37) % 100);
    const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    const once = bootstrap(rows, mean, { seed: 7 });
    expect(bootstrap(rows, mean, { seed: 7 })).toEqual(once);
    expect(bootstrap(rows, mean, { seed: 8 })).not.toEqual(once);
  });
});
