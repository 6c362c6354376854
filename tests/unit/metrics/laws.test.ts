import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  annualisedChurn,
  boughtAgainWhenExpected,
  contractLifetimeValue,
  customerRetention,
  earnedGrowth,
  type Interval,
  repurchaseRate,
  revenueRetention,
  salesPerCustomer,
  shareOfWallet,
  upsellRatio,
  walletAllocation,
} from "@/lib/metrics";

const runs = { numRuns: 100 };
const money = fc.integer({ min: 0, max: 1_000_000_000 });
const revenueRows = fc.array(fc.record({ openingMinor: money, closingMinor: money }), {
  maxLength: 30,
});

type Figure = { value: number | null; interval?: Interval | null };

function contains(figure: Figure): void {
  if (figure.value === null || !figure.interval) return;
  expect(figure.interval.low).toBeLessThanOrEqual(figure.value + 1e-9);
  expect(figure.interval.high).toBeGreaterThanOrEqual(figure.value - 1e-9);
}

function same(a: Figure, b: Figure, digits = 9): void {
  if (a.value === null || b.value === null) expect(b.value).toBe(a.value);
  else expect(b.value).toBeCloseTo(a.value, digits);
}

describe("laws of shares", () => {
  it("churn and retention add up to 1, and a year's churn is never the sum of its months", () => {
    const rows = fc.array(
      fc.record({ isActiveAtStart: fc.boolean(), isActiveAtEnd: fc.boolean() }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (list, churn) => {
        const figures = customerRetention(list);
        contains(figures.retention);
        contains(figures.churn);
        if (figures.retention.value !== null && figures.churn.value !== null)
          expect(figures.retention.value + figures.churn.value).toBeCloseTo(1, 12);
        const year = annualisedChurn(churn, 1);
        expect(year).toBeGreaterThanOrEqual(churn - 1e-12);
        expect(year).toBeLessThanOrEqual(Math.min(1, 12 * churn) + 1e-12);
        expect(annualisedChurn(churn, 12)).toBeCloseTo(churn, 12);
      }),
      runs,
    );
  });

  it("repurchase counts dates, not orders, and ignores what lies outside the period", () => {
    const customers = fc.array(fc.array(fc.integer({ min: -100, max: 500 }), { maxLength: 6 }), {
      maxLength: 20,
    });
    const period = { fromDay: 0, untilDay: 365 };
    fc.assert(
      fc.property(customers, (list) => {
        const rate = repurchaseRate(list, period);
        contains(rate);
        same(
          rate,
          repurchaseRate(
            list.map((days) => [...days, ...days]),
            period,
          ),
        );
        const inside = list.map((days) => days.filter((day) => day >= 0 && day < 365));
        same(rate, repurchaseRate(inside, period));
      }),
      runs,
    );
  });

  it("bought again when expected counts every account at most once", () => {
    const accountsOf = fc.array(
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }).map((gaps) => {
        let day = 0;
        return { orderDays: gaps.map((gap) => (day += gap)) };
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(accountsOf, (list) => {
        const rate = boughtAgainWhenExpected(list, { fromDay: 200, untilDay: 400 });
        contains(rate);
        expect(rate.n).toBeLessThanOrEqual(list.length);
      }),
      runs,
    );
  });

  it("the upsell ratio is the odds of its share", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { maxLength: 40 }), (list) => {
        const { ratio, share, multiple, single } = upsellRatio(list);
        contains(ratio);
        contains(share);
        if (ratio.value !== null && share.value !== null)
          expect(ratio.value).toBeCloseTo(share.value / (1 - share.value), 9);
        else expect(single === 0 || multiple + single === 0).toBe(true);
      }),
      runs,
    );
  });

  it("the wallet allocations of all ranks add up to the whole wallet", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (suppliers) => {
        let whole = 0;
        for (let rank = 1; rank <= suppliers; rank += 1) whole += walletAllocation(rank, suppliers);
        expect(whole).toBeCloseTo(1, 10);
      }),
      runs,
    );
  });
});

describe("laws of ratios of money", () => {
  it("gross retention is at most 1 and at most net; net is gross plus expansion", () => {
    fc.assert(
      fc.property(revenueRows, (rows) => {
        const { gross, net, expansionMinor, openingMinor } = revenueRetention(rows);
        if (gross.value === null || net.value === null) {
          expect(openingMinor).toBe(0);
          return;
        }
        expect(gross.value).toBeLessThanOrEqual(Math.min(1, net.value) + 1e-12);
        expect(net.value).toBeCloseTo(gross.value + expansionMinor / openingMinor, 6);
        contains(gross);
        contains(net);
      }),
      runs,
    );
  });

  it("row order, duplicated accounts and another currency change no ratio", () => {
    fc.assert(
      fc.property(revenueRows, fc.integer({ min: 2, max: 1000 }), (rows, factor) => {
        const scaled = rows.map((row) => ({
          openingMinor: row.openingMinor * factor,
          closingMinor: row.closingMinor * factor,
        }));
        const plain = revenueRetention(rows);
        for (const other of [[...rows].reverse(), [...rows, ...rows], scaled]) {
          same(plain.net, revenueRetention(other).net);
          same(plain.gross, revenueRetention(other).gross);
        }
      }),
      runs,
    );
  });

  it("new accounts are in neither rate", () => {
    fc.assert(
      fc.property(revenueRows, money, (rows, closingMinor) => {
        const more = [...rows, { openingMinor: 0, closingMinor }];
        same(revenueRetention(rows).net, revenueRetention(more).net);
      }),
      runs,
    );
  });

  it("share of wallet lies between 0 and 1", () => {
    const wallets = fc.array(
      fc
        .tuple(money, money)
        .map(([a, b]) => ({ ownMinor: Math.min(a, b), categoryMinor: Math.max(a, b) })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(wallets, (rows) => {
        const share = shareOfWallet(rows);
        contains(share);
        if (share.value !== null) expect(share.value >= 0 && share.value <= 1).toBe(true);
      }),
      runs,
    );
  });

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

  it("earned growth runs from none to all of the unknown sources", () => {
    fc.assert(
      fc.property(
        money,
        money,
        money,
        money,
        money,
        (openingMinor, retainedMinor, earnedNewMinor, boughtNewMinor, unknownNewMinor) => {
          const growth = earnedGrowth({
            openingMinor,
            retainedMinor,
            earnedNewMinor,
            boughtNewMinor,
            unknownNewMinor,
          });
          if (growth.value === null) {
            expect(openingMinor).toBe(0);
            return;
          }
          expect(growth.high).toBeGreaterThanOrEqual(growth.value);
          expect(growth.totalGrowth).toBeGreaterThanOrEqual(growth.high - 1e-9);
        },
      ),
      runs,
    );
  });

  it("mean and median of sales lie inside their bootstrap intervals", () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 15 }), (list) => {
        const figures = salesPerCustomer(list, { replicates: 100 });
        contains(figures.mean);
        contains(figures.median);
        if (list.length === 0) expect(figures.mean.value).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});
