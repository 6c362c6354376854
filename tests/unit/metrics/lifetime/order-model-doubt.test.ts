import { describe, expect, it } from "vitest";
import { expectedPurchases } from "@/lib/metrics/lifetime/expected-purchases";
import { expectedSpend } from "@/lib/metrics/lifetime/gamma-gamma";
import { orderBaseValue, orderModelValue } from "@/lib/metrics/lifetime/order-model-value";
import { isNear } from "./simulated-buyers";

const z = 1.959963984540054;
const none3 = [0, 1, 2].map(() => [0, 0, 0]);
const none4 = [0, 1, 2, 3].map(() => [0, 0, 0, 0]);
const fits = {
  purchases: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, logCovariance: none4 },
  spend: { p: 6.25, q: 3.74, gamma: 15.44, logCovariance: none3 },
};
const input = { ...fits, timePerYear: 52.18, years: 3, discountRate: 0.1, marginShare: 0.3 };
const newcomer = { frequency: 0, recency: 0, age: 20, meanSpend: 0 };
const known = { frequency: 2, recency: 30.43, age: 38.86, meanSpend: 22.35 };

/** Log of the upper limit over the value: 1.96 standard errors of the log of the value. */
function reachOf(rows: Parameters<typeof orderBaseValue>[0], given: typeof input): number {
  const base = orderBaseValue(rows, given);
  if (base.value === null || base.interval === null) throw new Error("no value");
  isNear(Math.sqrt(base.interval.low * base.interval.high), base.value, 1e-12);
  return Math.log(base.interval.high / base.value);
}

/** One doubtful pair of parameters, all others known. */
function doubted(size: number, i: number, j: number, covariance: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) =>
      (row === i && column === j) || (row === j && column === i) ? covariance : 0,
    ),
  );
}

describe("the doubt of a value by the order model", () => {
  it("is none where both fits are known exactly", () => {
    expect(reachOf([newcomer, known], input)).toBe(0);
    expect(orderBaseValue([newcomer, known], input)).toMatchObject({
      n: 2,
      interval: { method: "logDelta", n: 2 },
    });
  });

  it("of customers without an order is that of the scale of the spend, as it stands", () => {
    // The mean spend is p gamma / (q - 1): one part more gamma or p is one part more worth.
    for (const parameter of [0, 2]) {
      const spend = { ...fits.spend, logCovariance: doubted(3, parameter, parameter, 0.04) };
      expect(reachOf([newcomer], { ...input, spend })).toBeCloseTo(z * 0.2, 7);
      expect(reachOf([newcomer, newcomer], { ...input, spend })).toBeCloseTo(z * 0.2, 7);
    }
    const q = { ...fits.spend, logCovariance: doubted(3, 1, 1, 0.04) };
    expect(reachOf([newcomer], { ...input, spend: q })).toBeCloseTo((z * 0.2 * 3.74) / 2.74, 6);
  });

  it("grows by what two parameters doubt together, and shrinks by what they doubt against each other", () => {
    const both = (covariance: number) => ({
      ...input,
      spend: {
        ...fits.spend,
        logCovariance: [
          [0.04, 0, covariance],
          [0, 0, 0],
          [covariance, 0, 0.09],
        ],
      },
    });
    expect(reachOf([newcomer], both(0))).toBeCloseTo(z * Math.sqrt(0.13), 6);
    expect(reachOf([newcomer], both(0.05))).toBeCloseTo(z * Math.sqrt(0.23), 6);
    expect(reachOf([newcomer], both(-0.05))).toBeCloseTo(z * Math.sqrt(0.03), 6);
  });

  it("takes each parameter of the purchases by the slope of the value by its log", () => {
    (["r", "alpha", "a", "b"] as const).forEach((name, parameter) => {
      const worth = (factor: number) =>
        orderBaseValue([newcomer, known], {
          ...input,
          purchases: { ...fits.purchases, [name]: fits.purchases[name] * factor },
        }).value as number;
      const slope = (Math.log(worth(1.001)) - Math.log(worth(1 / 1.001))) / (2 * Math.log(1.001));
      const purchases = {
        ...fits.purchases,
        logCovariance: doubted(4, parameter, parameter, 0.01),
      };
      isNear(reachOf([newcomer, known], { ...input, purchases }), z * 0.1 * Math.abs(slope), 1e-4);
    });
  });

  it("of purchases and of spend, learnt apart, add up by their squares", () => {
    const purchases = { ...fits.purchases, logCovariance: doubted(4, 1, 1, 0.01) };
    const spend = { ...fits.spend, logCovariance: doubted(3, 2, 2, 0.04) };
    const [one, other] = [
      reachOf([known], { ...input, purchases }),
      reachOf([known], { ...input, spend }),
    ];
    isNear(reachOf([known], { ...input, purchases, spend }), Math.hypot(one, other), 1e-9);
  });

  it("is not told where one fit's is not, nor of nothing", () => {
    const { logCovariance: _, ...spend } = fits.spend;
    const { logCovariance: __, ...purchases } = fits.purchases;
    expect(orderBaseValue([known], { ...input, spend })).toMatchObject({ interval: null });
    expect(orderBaseValue([known], { ...input, purchases })).toMatchObject({ interval: null });
    expect(orderBaseValue([known], { ...input, marginShare: 0 })).toMatchObject({
      value: 0,
      interval: { low: 0, high: 0 },
    });
  });
});

describe("the value by the order model", () => {
  it("is the orders of each year at its middle, times spend and margin share, summed over customers", () => {
    const worthOf = (row: typeof known) => {
      const orders = [0, 1, 2, 3].map((year) =>
        expectedPurchases(fits.purchases, 52.18 * year, row),
      ) as [number, number, number, number];
      const discounted =
        (orders[1] - orders[0]) / 1.1 ** 0.5 +
        (orders[2] - orders[1]) / 1.1 ** 1.5 +
        (orders[3] - orders[2]) / 1.1 ** 2.5;
      return 0.3 * discounted * (expectedSpend(fits.spend, row) as number);
    };
    const rows = [
      known,
      newcomer,
      known,
      { ...known, meanSpend: 50 },
      { ...known, frequency: 3 },
      { ...known, recency: 20 },
      { ...known, age: 60 },
      { ...newcomer, age: 60 },
    ];
    const total = rows.reduce((sum, row) => sum + worthOf(row), 0);
    const base = orderBaseValue(rows, input);
    isNear(base.value as number, total, 1e-13);
    expect(orderBaseValue(rows.toReversed(), input)).toEqual(base);
    isNear(orderModelValue(known, input).value as number, worthOf(known), 1e-13);
    expect(rows[0]).toBe(known);
  });

  it("reaches as far as twenty years, and at least one", () => {
    for (const years of [1, 20])
      expect(orderModelValue(known, { ...input, years }).value).toBeGreaterThan(0);
    for (const years of [0, 21, 1.5])
      expect(() => orderModelValue(known, { ...input, years })).toThrow("years");
  });

  it("is not known without customers, nor where the spend has no mean for one of them", () => {
    expect(orderBaseValue([], input)).toEqual({ value: null, n: 0, reason: "noData" });
    const spend = { ...fits.spend, q: 0.9 };
    expect(orderBaseValue([known, newcomer], { ...input, spend })).toEqual({
      value: null,
      n: 2,
      reason: "notIdentified",
    });
    expect(orderBaseValue([known], { ...input, spend }).value).toBeGreaterThan(0);
  });

  it("refuses what is off its range, naming the argument, the parameter and the row", () => {
    for (const [bad, message] of [
      [{ discountRate: -0.1 }, "discountRate must be"],
      [{ timePerYear: -1 }, "timePerYear must be"],
      [{ marginShare: 1.1 }, "marginShare must lie between 0 and 1"],
      [{ marginShare: -0.1 }, "marginShare must lie between 0 and 1"],
      [{ purchases: { ...fits.purchases, r: 0 } }, "purchases.r must be"],
      [{ purchases: { ...fits.purchases, alpha: 0 } }, "purchases.alpha must be"],
      [{ purchases: { ...fits.purchases, a: 0 } }, "purchases.a must be"],
      [{ purchases: { ...fits.purchases, b: 0 } }, "purchases.b must be"],
      [{ spend: { ...fits.spend, p: 0 } }, "spend.p must be"],
      [{ spend: { ...fits.spend, q: 0 } }, "spend.q must be"],
      [{ spend: { ...fits.spend, gamma: 0 } }, "spend.gamma must be"],
    ] as const)
      expect(() => orderModelValue(known, { ...input, ...bad })).toThrow(message);
    const late = { ...known, recency: 40 };
    expect(() => orderModelValue(late, input)).toThrow("row.recency");
    expect(() => orderModelValue({ ...known, meanSpend: -1 }, input)).toThrow("row.meanSpend");
    expect(() => orderBaseValue([known, late], input)).toThrow("rows[1].recency");
    expect(() => orderBaseValue([known, { ...known, meanSpend: -1 }], input)).toThrow(
      "rows[1].meanSpend",
    );
  });
});
