import { describe, expect, it } from "vitest";
import {
  expectedPurchases,
  expectedSpend,
  fitBgNbd,
  fitGammaGamma,
  type OrderModelInput,
  orderBaseValue,
  orderModelValue,
} from "@/lib/metrics";
import { cholesky } from "@/lib/metrics/numeric/cholesky";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { fitted, isNear, repeatBuyers, simulatedBuyers } from "./simulated-buyers";

const buyers = simulatedBuyers(400, 3);
const purchases = fitted(fitBgNbd(buyers));
const spend = fitted(fitGammaGamma(repeatBuyers(buyers)));
const input: OrderModelInput = {
  purchases,
  spend,
  timePerYear: 52.18,
  years: 3,
  discountRate: 0.1,
  marginShare: 0.3,
};
const row = { frequency: 2, recency: 30.43, age: 38.86, meanSpend: 22.35 };
const rounded = {
  ...input,
  purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  spend: { p: 6.25, q: 3.74, gamma: 15.44 },
};

describe("order lifetime value by model", () => {
  it("is the orders of each year at its middle, times spend and margin share", () => {
    const orders = [1, 2, 3].map((year) => expectedPurchases(rounded.purchases, 52.18 * year, row));
    const worth = orders.reduce(
      (total, upTo, i) => total + (upTo - (orders[i - 1] ?? 0)) / 1.1 ** (i + 0.5),
      0,
    );
    const one = expectedSpend(rounded.spend, row) as number;
    expect(orderModelValue(row, rounded)).toEqual({
      value: expect.closeTo(0.3 * one * worth, 12),
      n: 1,
      interval: null,
    });
  });

  it("is not known where the spend model has no mean", () => {
    const flat = { ...rounded, spend: { p: 1, q: 0.9, gamma: 3 } };
    expect(orderModelValue({ ...row, frequency: 0, recency: 0, meanSpend: 0 }, flat)).toEqual({
      value: null,
      n: 1,
      reason: "notIdentified",
    });
  });

  it("without margin or without a discount is what it must be", () => {
    expect(orderModelValue(row, { ...input, marginShare: 0 })).toMatchObject({
      value: 0,
      interval: { low: 0, high: 0 },
    });
    const plain = orderModelValue(row, { ...rounded, discountRate: 0, marginShare: 1 });
    const orders = expectedPurchases(rounded.purchases, 3 * 52.18, row);
    expect(plain.value).toBeCloseTo(orders * (expectedSpend(rounded.spend, row) as number), 10);
  });

  it("refuses what is off its range, by name", () => {
    for (const [bad, name] of [
      [{ years: 0 }, /years/],
      [{ years: 21 }, /years/],
      [{ years: 1.5 }, /years/],
      [{ discountRate: -0.1 }, /discountRate/],
      [{ timePerYear: Number.NaN }, /timePerYear/],
      [{ marginShare: 1.1 }, /marginShare/],
    ] as const)
      expect(() => orderModelValue(row, { ...rounded, ...bad })).toThrow(name);
    expect(() => orderModelValue({ ...row, recency: 40 }, rounded)).toThrow(/row.recency/);
    expect(() => orderModelValue({ ...row, meanSpend: -1 }, rounded)).toThrow(/row.meanSpend/);
  });
});

describe("the order customer base", () => {
  const base = orderBaseValue(buyers, input);
  if (base.value === null || base.interval === null) throw new Error("no value");
  const { value, interval } = base;

  it("is the sum over its customers", () => {
    const each = buyers.map((one) => orderModelValue(one, input).value as number);
    isNear(
      value,
      each.reduce((a, b) => a + b, 0),
      1e-12,
    );
    expect(base.n).toBe(400);
  });

  it("its interval is the spread of the value over parameters drawn as the fits doubt them", () => {
    const random = seededRandom(9);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const drawn = <T extends Record<string, number>>(
      at: T,
      covariance: readonly (readonly number[])[],
    ) => {
      const lower = cholesky(covariance) as number[][];
      const noise = lower.map(normal);
      const moves = lower.map((line) => line.reduce((t, x, k) => t + x * (noise[k] as number), 0));
      return Object.fromEntries(
        Object.entries(at).map(([name, x], i) => [name, x * Math.exp(moves[i] as number)]),
      ) as T;
    };
    const { r, alpha, a, b } = purchases;
    const { p, q, gamma } = spend;
    const logs = Array.from({ length: 250 }, () => {
      const at = {
        ...input,
        purchases: drawn({ r, alpha, a, b }, purchases.logCovariance),
        spend: drawn({ p, q, gamma }, spend.logCovariance),
      };
      return Math.log(orderBaseValue(buyers.slice(0, 60), at).value as number);
    });
    const part = orderBaseValue(buyers.slice(0, 60), input);
    if (part.value === null || part.interval === null) throw new Error("no value");
    const mean = logs.reduce((t, x) => t + x, 0) / logs.length;
    const spread = Math.sqrt(logs.reduce((t, x) => t + (x - mean) ** 2, 0) / logs.length);
    const half = Math.log(part.interval.high / part.value);
    expect(half / (1.96 * spread)).toBeGreaterThan(0.8);
    expect(half / (1.96 * spread)).toBeLessThan(1.2);
  });

  it("lies in its interval, which is even in the log of the value", () => {
    isNear(Math.sqrt(interval.low * interval.high), value, 1e-12);
    expect(interval.high).toBeGreaterThan(value);
    expect(interval).toMatchObject({ method: "logDelta", n: 400 });
  });

  it("does not mind the order of customers; every customer twice is worth twice", () => {
    expect(orderBaseValue(buyers.toReversed(), input)).toEqual(base);
    const twice = orderBaseValue([...buyers, ...buyers], input);
    isNear(twice.value as number, 2 * value, 1e-12);
    expect(twice).toMatchObject({ n: 800 });
  });

  it("in another currency is as many times larger, with its interval", () => {
    const inCents = orderBaseValue(
      buyers.map((one) => ({ ...one, meanSpend: 100 * one.meanSpend })),
      { ...input, spend: { ...spend, gamma: 100 * spend.gamma } },
    );
    if (inCents.value === null || inCents.interval === null) throw new Error("no value");
    isNear(inCents.value, 100 * value, 1e-10);
    isNear(inCents.interval.low, 100 * interval.low, 1e-6);
  });

  it("grows with the years ahead and falls with the rate", () => {
    const at = (change: Partial<OrderModelInput>) =>
      orderBaseValue(buyers, { ...input, ...change }).value as number;
    expect(at({ years: 4 })).toBeGreaterThan(value);
    expect(at({ discountRate: 0.2 })).toBeLessThan(value);
  });

  it("needs both fits' doubt for an interval, and customers for a value", () => {
    expect(orderBaseValue(buyers, { ...input, spend: rounded.spend })).toMatchObject({
      interval: null,
    });
    expect(orderBaseValue(buyers, { ...input, purchases: rounded.purchases })).toMatchObject({
      interval: null,
    });
    expect(orderBaseValue([], input)).toEqual({ value: null, n: 0, reason: "noData" });
    expect(() => orderBaseValue([row, { ...row, age: -1 }], input)).toThrow(/rows\[1\].age/);
    expect(() => orderBaseValue([row, { ...row, meanSpend: -1 }], input)).toThrow(
      /rows\[1\].meanSpend/,
    );
  });
});
