import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CustomerRow,
  contractLifetimeValue,
  customersLifetimeValue,
  marginMultiple,
  orderLifetimeValue,
} from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { isNear } from "./simulated-buyers";

const input = { yearlyMarginMinor: 100, opening: 100, kept: 80, discountRate: 0.1 };

describe("the margin multiple", () => {
  it("at 80 % retention and 10 % discount is 2.67", () => {
    expect(marginMultiple(0.8, 0.1)).toBeCloseTo(2.67, 2);
  });

  it("is the sum of all discounted margins, each in a year", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        (retention, rate) => {
          let [sum, term] = [0, 1];
          for (let year = 1; year < 3000; year += 1) {
            term *= retention / (1 + rate);
            sum += term;
          }
          isNear(marginMultiple(retention, rate), sum, 1e-10);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is never infinite: without a loss it needs a rate", () => {
    expect(() => marginMultiple(1, 0)).toThrow(/discountRate must be above 0/);
    expect(marginMultiple(1, 0.1)).toBeCloseTo(10, 12);
    expect(marginMultiple(0.5, 0)).toBe(1);
    expect(() => marginMultiple(1.1, 0.1)).toThrow(/retention/);
    expect(() => marginMultiple(0.5, -0.1)).toThrow(/discountRate/);
  });
});

describe("lifetime value at a constant retention", () => {
  it("is the margin times the multiple at the share kept, with the multiple at its Wilson limits", () => {
    const value = contractLifetimeValue(input);
    if (value.value === null) throw new Error("no value");
    expect(value).toMatchObject({
      n: 100,
      retention: 0.8,
      isLowerBound: false,
      firstMargin: "inAYear",
    });
    expect(value.value).toBeCloseTo(80 / 0.3, 10);
    // Wilson's limits of 80 of 100: .71115 and .86663
    expect(value.interval.low).toBeCloseTo((100 * 0.7111708) / (1.1 - 0.7111708), 1);
    expect(value.interval.high).toBeCloseTo((100 * 0.8666331) / (1.1 - 0.8666331), 1);
    expect(value.interval).toMatchObject({ method: "wilson", n: 100 });
  });

  it("paid now is worth one margin more, discounted with the rest", () => {
    const later = contractLifetimeValue(input).value as number;
    const now = contractLifetimeValue({ ...input, firstMargin: "now" }).value as number;
    expect(now).toBeCloseTo(later + 100, 10);
    expect(now).toBeCloseTo((later * 1.1) / 0.8, 10);
  });

  it("where nobody left is a lower bound by the rule of three, up to that of nobody ever leaving", () => {
    const value = contractLifetimeValue({ ...input, opening: 30, kept: 30 });
    expect(value).toMatchObject({ isLowerBound: true, retention: 0.9 });
    expect(value.value).toBeCloseTo((100 * 0.9) / 0.2, 10);
    if (value.value === null) throw new Error("no value");
    expect(value.interval).toMatchObject({ method: "ruleOfThree", low: value.value, n: 30 });
    expect(value.interval.high).toBeCloseTo(1000, 10);
    expect(contractLifetimeValue({ ...input, opening: 4, kept: 4 })).toMatchObject({
      isLowerBound: true,
      retention: 0.25,
    });
    expect(contractLifetimeValue({ ...input, opening: 3, kept: 3 })).toEqual({
      value: null,
      n: 3,
      reason: "notIdentified",
    });
  });

  it("without anybody up for renewal is not known", () => {
    expect(orderLifetimeValue({ ...input, opening: 0, kept: 0 })).toMatchObject({
      value: null,
      reason: "noData",
    });
  });

  it("of orders and of contracts is one formula", () => {
    expect(orderLifetimeValue(input)).toEqual(contractLifetimeValue(input));
  });

  it("grows with retention, lies in its interval, and in another currency is as many times larger", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), (kept, lost) => {
        const one = contractLifetimeValue({ ...input, opening: kept + lost, kept });
        if (one.value === null) return;
        expect(one.interval.low).toBeLessThanOrEqual(one.value);
        expect(one.interval.high).toBeGreaterThanOrEqual(one.value);
        const dear = { ...input, yearlyMarginMinor: 746, opening: kept + lost, kept };
        isNear(contractLifetimeValue(dear).value as number, 7.46 * one.value, 1e-12);
        if (lost < 2) return;
        const better = contractLifetimeValue({ ...input, opening: kept + lost, kept: kept + 1 });
        expect(better.value as number).toBeGreaterThan(one.value);
      }),
    );
  });

  it("refuses what cannot be, by name", () => {
    expect(() => contractLifetimeValue({ ...input, kept: 101 })).toThrow(RangeError);
    expect(() => contractLifetimeValue({ ...input, opening: 1.5 })).toThrow(/opening/);
    expect(() => contractLifetimeValue({ ...input, kept: -1 })).toThrow(/kept/);
    expect(() => contractLifetimeValue({ ...input, discountRate: 0 })).toThrow(/discountRate/);
    expect(() => contractLifetimeValue({ ...input, yearlyMarginMinor: Number.NaN })).toThrow(
      /yearlyMarginMinor/,
    );
  });
});

describe("lifetime value over customers", () => {
  const rate = { discountRate: 0.1 };
  const random = seededRandom(4);
  const rows: CustomerRow[] = Array.from({ length: 200 }, () => {
    const wasCustomer = random() < 0.8;
    const isCustomer = !wasCustomer || random() < 0.85;
    const margin = Math.round(-2000 * Math.log(1 - random()));
    return { wasCustomer, isCustomer, yearlyMarginMinor: isCustomer ? margin : null };
  });
  const value = customersLifetimeValue(rows, rate);
  if (value.value === null || value.interval === null) throw new Error("no value");
  const { interval } = value;

  it("is the mean margin times the multiple at the share kept", () => {
    const before = rows.filter((row) => row.wasCustomer);
    const retention = before.filter((row) => row.isCustomer).length / before.length;
    const margins = rows.flatMap((row) => row.yearlyMarginMinor ?? []);
    const mean = margins.reduce((a, b) => a + b, 0) / margins.length;
    expect(value).toMatchObject({ n: 200, retention, isLowerBound: false });
    isNear(value.meanMarginMinor, mean, 1e-12);
    isNear(value.value, mean * marginMultiple(retention, 0.1), 1e-12);
  });

  it("its interval is as wide as the spread over redrawn customers, which also holds its estimate", () => {
    const draws = Array.from({ length: 500 }, () => {
      const sample = rows.map(() => rows[Math.floor(random() * rows.length)] as CustomerRow);
      return customersLifetimeValue(sample, rate).value as number;
    });
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const spread = Math.sqrt(draws.reduce((t, x) => t + (x - mean) ** 2, 0) / draws.length);
    const half = (interval.high - interval.low) / 2;
    expect(half / (1.96 * spread)).toBeGreaterThan(0.85);
    expect(half / (1.96 * spread)).toBeLessThan(1.15);
    isNear((interval.high + interval.low) / 2, value.value, 1e-12);
    expect(interval).toMatchObject({ method: "delta", n: 200 });
  });

  it("a doubtful margin widens it: known margins alike leave the doubt of retention alone", () => {
    const alike = rows.map((row) => ({
      ...row,
      yearlyMarginMinor: row.yearlyMarginMinor === null ? null : 2000,
    }));
    const narrow = customersLifetimeValue(alike, rate);
    if (narrow.value === null || narrow.interval === null) throw new Error("no value");
    expect((narrow.interval.high - narrow.interval.low) / narrow.value).toBeLessThan(
      (interval.high - interval.low) / value.value,
    );
    const before = rows.filter((row) => row.wasCustomer).length;
    const variance = (value.retention * (1 - value.retention)) / before;
    const slope = (2000 * 1.1) / (1.1 - value.retention) ** 2;
    const half = (narrow.interval.high - narrow.interval.low) / 2;
    isNear(half, 1.959963985 * slope * Math.sqrt((variance * 200) / 199), 1e-9);
  });

  it("does not mind the order of rows; four times the same halve the interval", () => {
    const turned = customersLifetimeValue(rows.toReversed(), rate);
    isNear(turned.value as number, value.value, 1e-12);
    const many = customersLifetimeValue([...rows, ...rows, ...rows, ...rows], rate);
    if (many.value === null || many.interval === null) throw new Error("no value");
    isNear(many.value, value.value, 1e-12);
    isNear(many.interval.high - many.interval.low, (interval.high - interval.low) / 2, 5e-3);
  });

  it("paid now is one margin more", () => {
    const now = customersLifetimeValue(rows, { ...rate, firstMargin: "now" });
    isNear(now.value as number, value.value + value.meanMarginMinor, 1e-12);
    expect(now).toMatchObject({ firstMargin: "now" });
  });

  it("where nobody left is a lower bound that reaches up to nobody ever leaving", () => {
    const stayed = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        yearlyMarginMinor: i % 2 === 0 ? 90 : 110,
        wasCustomer: true,
        isCustomer: true,
      }));
    const bound = customersLifetimeValue(stayed(30), rate);
    if (bound.value === null || bound.interval === null) throw new Error("no value");
    expect(bound).toMatchObject({ isLowerBound: true, retention: 0.9, meanMarginMinor: 100 });
    expect(bound.value).toBeCloseTo(450, 10);
    // Doubt of the mean margin: 10 / root of 29 on 100.
    const half = (1.959963985 * 10) / Math.sqrt(29);
    expect(bound.interval.low).toBeCloseTo(4.5 * (100 - half), 8);
    expect(bound.interval.high).toBeCloseTo(10 * (100 + half), 8);
    expect(customersLifetimeValue(stayed(3), rate)).toEqual({
      value: null,
      n: 3,
      reason: "notIdentified",
    });
  });

  it("without a margin, without last year's customers or without anybody is not known", () => {
    const noData = { value: null, reason: "noData" };
    const one = { yearlyMarginMinor: 5, wasCustomer: false, isCustomer: true };
    expect(customersLifetimeValue([], rate)).toMatchObject({ ...noData, n: 0 });
    expect(customersLifetimeValue([one], rate)).toMatchObject({ ...noData, n: 1 });
    const silent = { yearlyMarginMinor: null, wasCustomer: true, isCustomer: true };
    expect(customersLifetimeValue([silent], rate)).toMatchObject(noData);
    const lone = { yearlyMarginMinor: 5, wasCustomer: true, isCustomer: false };
    expect(customersLifetimeValue([lone], rate)).toMatchObject({ value: 0, interval: null });
  });

  it("refuses bad data by name", () => {
    const good = rows[0] as CustomerRow;
    expect(() =>
      customersLifetimeValue([good, { ...good, yearlyMarginMinor: Number.NaN }], rate),
    ).toThrow(/rows\[1\].yearlyMarginMinor/);
    expect(() => customersLifetimeValue(rows, { discountRate: 0 })).toThrow(/discountRate/);
  });
});
