import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrap, ordersPerCustomer, salesPerCustomer, spendPerTransaction } from "@/lib/metrics";
import { mean, median } from "@/lib/metrics/core/order-statistics";
import { expectContained, expectSame, limitsOf } from "../intervals";

const money = fc.integer({ min: -1000, max: 1_000_000 });
const few = { replicates: 60 };
const customers = fc.array(fc.array(money, { maxLength: 5 }), { maxLength: 12 });

describe("sales per customer", () => {
  it("is mean and median over customers: 400 and 200 of 100, 200 and 900", () => {
    expect(salesPerCustomer([900, 100, 200], few)).toMatchObject({
      mean: { value: 400, n: 3 },
      median: { value: 200, n: 3 },
    });
    expect(salesPerCustomer([1, 2, 4, 8], few).median.value).toBe(3);
  });

  it("has the intervals of a plain bootstrap with the same seed", () => {
    const amounts = Array.from({ length: 25 }, (_, i) => (i * 7919) % 1000);
    const options = { seed: 5, replicates: 300 };
    const sales = salesPerCustomer(amounts, options);
    const plain = bootstrap(amounts, mean, options);
    expect(limitsOf(sales.mean)[0]).toBeCloseTo(limitsOf(plain)[0], 9);
    expect(limitsOf(sales.mean)[1]).toBeCloseTo(limitsOf(plain)[1], 9);
    expect(sales.median).toEqual(bootstrap(amounts, median, options));
  });

  it("lies inside its intervals and scales with the currency", () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 15 }), (list) => {
        const sales = salesPerCustomer(list, few);
        expectContained(sales.mean);
        expectContained(sales.median);
        expect(sales.mean.value).toBe(mean(list));
        expect(sales.median.value).toBe(median(list));
        const scaled = salesPerCustomer(
          list.map((amount) => amount * 100),
          few,
        );
        if (sales.mean.value !== null)
          expect(scaled.mean.value).toBeCloseTo(100 * sales.mean.value, 6);
        expectSame(salesPerCustomer([...list, ...list], few).median, sales.median);
      }),
      { numRuns: 50 },
    );
  });

  it("is not known without customers, and names the row that is no amount", () => {
    const none = { value: null, n: 0, reason: "noData" };
    expect(salesPerCustomer([])).toEqual({ mean: none, median: none });
    expect(() => salesPerCustomer([1, Number.NaN])).toThrow(/revenueMinor\[1\]/);
  });
});

describe("spend per transaction", () => {
  it("is over orders, its doubt over customers: 200 and 100 of three orders of 100 and one of 500", () => {
    const spend = spendPerTransaction([[100, 100, 100], [], [500]], few);
    expect(spend).toMatchObject({ mean: { value: 200, n: 2 }, median: { value: 100, n: 2 } });
  });

  it("has the intervals of whole customers drawn with all their orders", () => {
    const orders = Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: 1 + (i % 4) }, (_row, j) => 100 * i + 37 * j),
    );
    const options = { seed: 3, replicates: 300 };
    const spend = spendPerTransaction(orders, options);
    const plainMean = bootstrap(orders, (rows) => mean(rows.flat()), options);
    expect(limitsOf(spend.mean)[0]).toBeCloseTo(limitsOf(plainMean)[0], 9);
    expect(limitsOf(spend.mean)[1]).toBeCloseTo(limitsOf(plainMean)[1], 9);
    expect(spend.median).toEqual(bootstrap(orders, (rows) => median(rows.flat()), options));
  });

  it("is mean and median of all orders in whatever order, customers without orders left out", () => {
    fc.assert(
      fc.property(customers, (list) => {
        const spend = spendPerTransaction(list, few);
        expectContained(spend.mean);
        expectContained(spend.median);
        expectSame(spend.mean, { value: mean(list.flat()) }, 6);
        expect(spend.median.value).toBe(median(list.flat()));
        expect(spend.mean.n).toBe(list.filter((orders) => orders.length > 0).length);
        const shuffled = [...list, []].reverse().map((orders) => [...orders].reverse());
        expectSame(spendPerTransaction(shuffled, few).mean, spend.mean, 6);
        expectSame(spendPerTransaction(shuffled, few).median, spend.median);
      }),
      { numRuns: 50 },
    );
  });

  it("is not known without orders, and names customer and row that is no amount", () => {
    expect(spendPerTransaction([[], []]).mean).toEqual({ value: null, n: 0, reason: "noData" });
    expect(() => spendPerTransaction([[], [1, Number.NaN]])).toThrow(/customers\[1\]\[1\]/);
  });
});

describe("orders per customer", () => {
  it("is over those who bought", () => {
    expect(ordersPerCustomer([3, 0, 1, 2, 0, 6], few)).toMatchObject({
      mean: { value: 3, n: 4 },
      median: { value: 2.5, n: 4 },
    });
  });

  it("times spend per transaction is the buyers' sales per customer", () => {
    fc.assert(
      fc.property(customers, (list) => {
        const buyers = list.filter((orders) => orders.length > 0);
        const orders = ordersPerCustomer(
          list.map((own) => own.length),
          { replicates: 1 },
        ).mean.value;
        const spend = spendPerTransaction(list, { replicates: 1 }).mean.value;
        const sales = mean(buyers.map((own) => own.reduce((a, b) => a + b, 0)));
        if (orders === null || spend === null) expect(sales).toBeNull();
        else expect(orders * spend).toBeCloseTo(sales ?? Number.NaN, 5);
      }),
      { numRuns: 50 },
    );
  });

  it("is not known without orders, and names the row of half an order", () => {
    expect(ordersPerCustomer([0]).median).toEqual({ value: null, n: 0, reason: "noData" });
    expect(() => ordersPerCustomer([1, 1.5])).toThrow(/orderCounts\[1\]/);
    expect(() => ordersPerCustomer([-1])).toThrow(/orderCounts\[0\]/);
  });
});
