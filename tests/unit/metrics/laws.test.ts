import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  annualisedChurn,
  boughtAgainWhenExpected,
  clusteredRatio,
  contractLifetimeValue,
  customerRetention,
  customerSatisfaction,
  earnedGrowth,
  type Interval,
  netPromoterDifference,
  netPromoterScore,
  newcombeDifference,
  npsByAccount,
  npsByRevenue,
  pairedNetPromoterDifference,
  repurchaseRate,
  revenueRetention,
  salesPerCustomer,
  shareOfWallet,
  upsellRatio,
  walletAllocation,
  wilsonInterval,
} from "@/lib/metrics";

const runs = { numRuns: 100 };
const score = fc.integer({ min: 0, max: 10 });
const scores = fc.array(score, { maxLength: 60 });
const money = fc.integer({ min: 0, max: 1_000_000_000 });
const revenueRows = fc.array(fc.record({ openingMinor: money, closingMinor: money }), {
  maxLength: 30,
});
const accounts = fc.array(
  fc.record({ scores: fc.array(score, { maxLength: 4 }), revenueMinor: money }),
  { maxLength: 20 },
);

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

describe("laws of the net promoter score", () => {
  it("it lies between -100 and 100, inside its interval, which lies inside its bounds' scale", () => {
    fc.assert(
      fc.property(scores, fc.nat({ max: 100 }), (list, silent) => {
        const nps = netPromoterScore(list, { population: list.length + silent });
        if (nps.value === null) {
          expect(list).toEqual([]);
          return;
        }
        expect(Math.abs(nps.value)).toBeLessThanOrEqual(100);
        contains(nps);
        expect(nps.interval.low).toBeGreaterThanOrEqual(-100);
        expect(nps.interval.high).toBeLessThanOrEqual(100);
        expect(nps.bounds?.low).toBeLessThanOrEqual(nps.value + 1e-9);
        expect(nps.bounds?.high).toBeGreaterThanOrEqual(nps.value - 1e-9);
        expect(nps.promoters + nps.passives + nps.detractors).toBe(nps.n);
      }),
      runs,
    );
  });

  it("the order of answers never matters, and raising one never lowers it", () => {
    fc.assert(
      fc.property(scores, score, (list, extra) => {
        same(netPromoterScore(list), netPromoterScore([...list].reverse()));
        const raised = netPromoterScore([...list, Math.min(10, extra + 1)]).value ?? 0;
        expect(raised).toBeGreaterThanOrEqual(netPromoterScore([...list, extra]).value ?? 0);
      }),
      runs,
    );
  });

  it("disjoint groups merge to the weighted whole", () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const [first, second, whole] = [a, b, [...a, ...b]].map((list) => netPromoterScore(list));
        const total = (first?.value ?? 0) * a.length + (second?.value ?? 0) * b.length;
        if (whole?.value != null) expect(whole.value).toBeCloseTo(total / (a.length + b.length), 9);
      }),
      runs,
    );
  });

  it("by account and by revenue it stays on the scale, inside its interval and its bounds", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        for (const nps of [npsByAccount(list), npsByRevenue(list)]) {
          if (nps.value === null) continue;
          expect(Math.abs(nps.value)).toBeLessThanOrEqual(100 + 1e-9);
          contains(nps);
          expect(nps.bounds.low).toBeLessThanOrEqual(nps.value + 1e-9);
          expect(nps.bounds.high).toBeGreaterThanOrEqual(nps.value - 1e-9);
        }
      }),
      runs,
    );
  });

  it("duplicating every account, or scaling the currency, changes neither", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 2, max: 100 }), (list, factor) => {
        const scaled = list.map((one) => ({ ...one, revenueMinor: one.revenueMinor * factor }));
        same(npsByAccount(list), npsByAccount([...list, ...list]));
        same(npsByRevenue(list), npsByRevenue([...list, ...list]));
        same(npsByRevenue(list), npsByRevenue(scaled));
      }),
      runs,
    );
  });

  it("a group compared with itself has not changed", () => {
    fc.assert(
      fc.property(scores, (list) => {
        const difference = netPromoterDifference(list, list);
        expect(difference.isRealChange).toBe(list.length === 0 ? null : false);
        const pairs = list.map((one) => ({ now: one, before: one }));
        expect(pairedNetPromoterDifference(pairs).isRealChange ?? false).toBe(false);
      }),
      runs,
    );
  });

  it("swapping the groups turns the sign of the difference", () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const there = netPromoterDifference(a, b);
        const back = netPromoterDifference(b, a);
        contains(there);
        if (there.value === null) {
          expect(back.value).toBeNull();
          return;
        }
        expect(back.value).toBeCloseTo(-there.value, 9);
        expect(back.isRealChange).toBe(there.isRealChange);
      }),
      runs,
    );
  });
});

describe("laws of shares", () => {
  const counts = fc
    .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }))
    .map(([k, rest]) => [k, k + rest] as const);

  it("a Wilson interval contains its share, stays within 0..1 and narrows with the population", () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 500 }), ([k, n], silent) => {
        const wide = wilsonInterval(k, n);
        const narrow = wilsonInterval(k, n, { population: n + silent });
        if (wide.value === null || narrow.value === null) {
          expect(n).toBe(0);
          return;
        }
        for (const figure of [wide, narrow]) {
          contains(figure);
          expect(figure.interval?.low).toBeGreaterThanOrEqual(0);
          expect(figure.interval?.high).toBeLessThanOrEqual(1);
        }
        const width = (one: Interval | null) => (one?.high ?? 0) - (one?.low ?? 0);
        if (n > 1 || silent === 0)
          expect(width(narrow.interval)).toBeLessThanOrEqual(width(wide.interval) + 1e-12);
      }),
      runs,
    );
  });

  it("a Newcombe interval contains its difference and lies within -1..1", () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        const difference = newcombeDifference(k1, n1, k2, n2);
        contains(difference);
        if (difference.value === null) return;
        expect(difference.interval?.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(difference.interval?.high).toBeLessThanOrEqual(1 + 1e-12);
      }),
      runs,
    );
  });

  it("satisfaction is a share of the top boxes and never falls when one answer rises", () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(answers, (list) => {
        const before = customerSatisfaction(list, { scale: 5 });
        contains(before);
        const [first = 1, ...rest] = list;
        const after = customerSatisfaction([Math.min(5, first + 1), ...rest], { scale: 5 });
        expect(after.value ?? 0).toBeGreaterThanOrEqual(before.value ?? 0);
        expect(after.mean ?? 0).toBeGreaterThanOrEqual(before.mean ?? 0);
      }),
      runs,
    );
  });

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

  it("disjoint groups of accounts merge to the weighted whole", () => {
    const rows = fc.array(
      fc.record({ y: fc.integer({ min: -1000, max: 1000 }), x: fc.integer({ min: 1, max: 1000 }) }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const weight = (list: typeof a) => list.reduce((sum, { x }) => sum + x, 0);
        const whole = clusteredRatio([...a, ...b]).value ?? 0;
        const parts =
          (clusteredRatio(a).value ?? 0) * weight(a) + (clusteredRatio(b).value ?? 0) * weight(b);
        expect(whole).toBeCloseTo(parts / (weight(a) + weight(b)), 9);
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
