import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repurchaseRate, wilsonInterval } from "@/lib/metrics";
import { expectContained, expectSame } from "../intervals";

const period = { fromDay: 0, untilDay: 365 };
const customers = fc.array(fc.array(fc.integer({ min: -100, max: 500 }), { maxLength: 6 }), {
  maxLength: 20,
});

describe("the repurchase rate", () => {
  it("is the share of the year's buyers who bought on two dates or more", () => {
    expect(repurchaseRate([[10, 40], [20], [400, 410], [0, 364], [-1, 5, 365]], period)).toEqual(
      wilsonInterval(2, 4),
    );
  });

  it("counts dates, not orders, and ignores what lies outside the half-open period", () => {
    fc.assert(
      fc.property(customers, (list) => {
        const rate = repurchaseRate(list, period);
        expectContained(rate);
        const doubled = list.map((days) => [...days, ...days].reverse());
        const inside = list.map((days) => days.filter((day) => day >= 0 && day < 365));
        const brute = inside.filter((days) => new Set(days).size >= 2).length;
        if (rate.value !== null) expect(rate.value * rate.n).toBeCloseTo(brute, 9);
        for (const other of [doubled, inside, [...list].reverse(), [...list, ...list]])
          expectSame(repurchaseRate(other, period), rate);
      }),
    );
  });

  it("is not known when nobody bought", () => {
    expect(repurchaseRate([[], [400]], period)).toEqual({ value: null, n: 0, reason: "noData" });
  });

  it("names customer and row of a day that is not whole, and refuses an empty period", () => {
    expect(() => repurchaseRate([[1], [2, 3.5]], period)).toThrow(/customers\[1\]\[1\]/);
    expect(() => repurchaseRate([], { fromDay: 5, untilDay: 5 })).toThrow(/period/);
  });
});
