import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renewalRate, wilsonInterval } from "@/lib/metrics";
import { expectContained, expectSame, known, limitsOf } from "../intervals";

const contract = fc.record({ isRenewed: fc.boolean(), valueMinor: fc.nat({ max: 1_000_000 }) });
const accounts = fc.array(fc.array(contract, { maxLength: 4 }), { maxLength: 15 });
const won = (valueMinor = 100) => ({ isRenewed: true, valueMinor });
const lost = (valueMinor = 100) => ({ isRenewed: false, valueMinor });

describe("the renewal rate", () => {
  it("is of contracts, and beside it of their value before renewal", () => {
    const rates = renewalRate([[won(300), lost(50)], [lost(50)], []]);
    expect(rates).toMatchObject({ due: 3, renewed: 1 });
    expect(known(rates.rate)).toMatchObject({ value: 1 / 3, n: 2 });
    expect(known(rates.valueRate)).toMatchObject({ value: 0.75, n: 2 });
  });

  it("doubts more where one account decides on many contracts at once", () => {
    const separate = renewalRate([...Array(15).fill([won()]), ...Array(5).fill([lost()])]);
    const together = renewalRate([
      ...Array(3).fill([won(), won(), won(), won(), won()]),
      [lost(), lost(), lost(), lost(), lost()],
    ]);
    expect(separate.rate.value).toBe(0.75);
    expect(together.rate.value).toBe(0.75);
    const width = ([low, high]: [number, number]) => high - low;
    expect(width(limitsOf(together.rate))).toBeGreaterThan(width(limitsOf(separate.rate)));
    // u = 5 - 5 x .75 three times and -3.75: SE = root of (4/3 x (3 x 1.25² + 3.75²)) / 20 = .25
    expect(limitsOf(together.rate)[0]).toBeCloseTo(0.75 - 1.959963985 * 0.25, 9);
    expect(limitsOf(together.rate)[1]).toBe(1);
    expect(together.rate).toMatchObject({ n: 4, interval: { method: "ratio", n: 4 } });
  });

  it("never doubts less than Wilson: ten of ten renewed are no certainty", () => {
    const all = renewalRate(Array(10).fill([won()]));
    expect(all.rate.value).toBe(1);
    expect(limitsOf(all.rate)).toEqual(limitsOf(wilsonInterval(10, 10)));
    const one = renewalRate([[won(), won(), lost()]]);
    expect(limitsOf(one.rate)).toEqual(limitsOf(wilsonInterval(2, 3)));
    expect(one.rate).toMatchObject({ n: 1 });
    expect(one.valueRate).toMatchObject({ interval: null });
  });

  it("lies within 0..1 and its interval, whatever the order, the currency or a second copy", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const rates = renewalRate(list);
        for (const rate of [rates.rate, rates.valueRate]) {
          expectContained(rate);
          if (rate.value !== null) expect(rate.value >= 0 && rate.value <= 1).toBe(true);
        }
        if (rates.rate.value !== null) {
          const [low, high] = limitsOf(rates.rate);
          expect(low >= 0 && high <= 1).toBe(true);
        }
        const scaled = list.map((own) =>
          own.map((one) => ({ ...one, valueMinor: one.valueMinor * factor })),
        );
        for (const other of [[...list].reverse(), [...list, ...list], scaled]) {
          expectSame(renewalRate(other).rate, rates.rate);
          expectSame(renewalRate(other).valueRate, rates.valueRate);
        }
      }),
    );
  });

  it("is the weighted whole of disjoint segments", () => {
    fc.assert(
      fc.property(accounts, accounts, (a, b) => {
        const [first, second, whole] = [renewalRate(a), renewalRate(b), renewalRate([...a, ...b])];
        expect(whole.renewed).toBe(first.renewed + second.renewed);
        expect(whole.due).toBe(first.due + second.due);
        if (whole.rate.value !== null)
          expect(whole.rate.value).toBeCloseTo(whole.renewed / whole.due, 12);
      }),
    );
  });

  it("is not known when nothing was up for renewal, its value's share not when it was worth nothing", () => {
    expect(renewalRate([[]])).toEqual({
      rate: { value: null, n: 0, reason: "noData" },
      valueRate: { value: null, n: 0, reason: "noData" },
      due: 0,
      renewed: 0,
    });
    expect(renewalRate([[won(0)]]).valueRate).toMatchObject({ reason: "zeroDenominator" });
  });

  it("names account and row of a bad value", () => {
    expect(() => renewalRate([[], [won(), lost(-1)]])).toThrow(/accounts\[1\]\[1\].valueMinor/);
    expect(() => renewalRate([[won(Number.NaN)]])).toThrow(RangeError);
  });
});
