import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysWithin, isActiveAt } from "@/lib/metrics";
import { checkPeriod, isWhole } from "@/lib/metrics/core/period";

const day = fc.integer({ min: -1000, max: 1000 });

describe("half-open time", () => {
  it("holds the first day and not the last: a service that ends on the 365th is not active at its close", () => {
    expect([-1, 0, 364, 365].map((at) => isActiveAt(0, 365, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isActiveAt(0, null, 1_000_000)).toBe(true);
    expect(isActiveAt(5, 5, 5)).toBe(false);
  });

  it("lets two terms that follow each other never overlap and never leave a gap", () => {
    fc.assert(
      fc.property(day, day, day, day, (at, ...ends) => {
        const [from, turn, until] = ends.toSorted((a, b) => a - b) as [number, number, number];
        const first = isActiveAt(from, turn, at);
        const second = isActiveAt(turn, until, at);
        expect(first && second).toBe(false);
        expect(first || second).toBe(isActiveAt(from, until, at));
      }),
    );
  });

  it("refuses a day that is not a whole number and names it", () => {
    expect(() => isActiveAt(0.5, null, 1)).toThrow(/^fromDay must be a whole day number, got 0.5/);
    expect(() => isActiveAt(0, Number.NaN, 1)).toThrow(/^untilDay must be a whole day/);
    expect(() => isActiveAt(0, null, Number.POSITIVE_INFINITY)).toThrow(/^day must be a whole day/);
  });
});

describe("days within a period", () => {
  const period = { fromDay: 100, untilDay: 200 };

  it("counts exactly the days at whose close it ran", () => {
    fc.assert(
      fc.property(day, fc.option(day), (from, until) => {
        let counted = 0;
        for (let at = period.fromDay; at < period.untilDay; at += 1)
          if (isActiveAt(from, until, at)) counted += 1;
        expect(daysWithin(from, until, period)).toBe(counted);
      }),
    );
  });
});

describe("days that are none", () => {
  it("are refused with their name", () => {
    const period = { fromDay: 0, untilDay: 31 };
    expect(() => daysWithin(0.5, null, period)).toThrow(/^fromDay must be a whole day/);
    expect(() => daysWithin(0, 1.5, period)).toThrow(/^untilDay must be a whole day/);
    expect(() => daysWithin(0, null, { fromDay: 1, untilDay: 1 })).toThrow(/^period must not be/);
  });
});

describe("a whole period", () => {
  it("is one whose last day has closed", () => {
    const period = { fromDay: 0, untilDay: 31 };
    expect([29, 30, 31].map((asOfDay) => isWhole(period, asOfDay))).toEqual([false, true, true]);
  });

  it("is refused when it is empty or not made of days, with the argument's name", () => {
    expect(checkPeriod({ fromDay: 0, untilDay: 1 })).toEqual({ fromDay: 0, untilDay: 1 });
    expect(() => checkPeriod({ fromDay: 3, untilDay: 3 })).toThrow("period must not be empty");
    expect(() => checkPeriod({ fromDay: 4, untilDay: 3 }, "now")).toThrow("now must not be empty");
    expect(() => checkPeriod({ fromDay: 0.5, untilDay: 3 })).toThrow(/^period.fromDay/);
    expect(() => checkPeriod({ fromDay: 0, untilDay: Number.NaN })).toThrow(/^period.untilDay/);
  });
});
