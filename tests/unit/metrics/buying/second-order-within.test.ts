import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secondOrderWithin } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";

const asOfDay = 1000;
const within90 = { windowDays: 90, asOfDay };
const customers = fc.array(
  fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 1 }).map((gap) => [0, ...gap]),
  { minLength: 1, maxLength: 20 },
);

describe("the second order within W days of the first", () => {
  it("censors younger customers instead of failing them", () => {
    const old = [[0, 40], [0], [0], [0]];
    const young = [[990], [995]];
    expect(secondOrderWithin(old, within90).value).toBeCloseTo(0.25, 10);
    expect(secondOrderWithin([...old, ...young], within90)).toMatchObject({
      value: expect.closeTo(0.25, 10),
      n: 6,
    });
  });

  it("counts the day W itself, and no second order after the as-of day", () => {
    expect(secondOrderWithin([[0, 90], [0]], within90).value).toBeCloseTo(0.5, 10);
    expect(secondOrderWithin([[0, 91], [0]], within90).value).toBe(0);
    const young = secondOrderWithin([[900, 1001], [0]], { windowDays: 150, asOfDay });
    expect(young).toMatchObject({ value: 0, n: 2 });
    const today = { windowDays: 90, asOfDay: 90 };
    expect(secondOrderWithin([[0, 90]], today).value).toBe(1);
    expect(secondOrderWithin([[0, 91]], today).value).toBe(0);
    expect(secondOrderWithin([[1001]], within90)).toMatchObject({ n: 0 });
    expect(secondOrderWithin([[1000]], within90)).toMatchObject({ n: 1 });
  });

  it("turns Greenwood's limits of the curve over: 3 of 21 run from .0484 to .3803", () => {
    const rate = known(
      secondOrderWithin(
        Array.from({ length: 21 }, (_, i) => (i < 3 ? [0, 6] : [0])),
        within90,
      ),
    );
    expect(rate.value).toBeCloseTo(3 / 21, 10);
    // The first step of the published remission times, .6197 to .9516, turned over.
    expect(limitsOf(rate)[0]).toBeCloseTo(1 - 0.9515517476, 8);
    expect(limitsOf(rate)[1]).toBeCloseTo(1 - 0.6197179553, 8);
    expect(rate).toMatchObject({ interval: { method: "greenwoodLogLog", n: 21 } });
  });

  it("is the plain share where everybody was followed for the window, and grows with it", () => {
    fc.assert(
      fc.property(customers, (list) => {
        const at = (windowDays: number) =>
          known(secondOrderWithin(list, { windowDays, asOfDay: 500 }));
        const back = list.filter((days) => (days[1] ?? 999) <= 90).length;
        expect(at(90).value).toBeCloseTo(back / list.length, 9);
        expect(at(180).value).toBeGreaterThanOrEqual(at(90).value - 1e-12);
        expectContained(at(90));
      }),
    );
  });

  it("is not known without customers or while nobody was followed for the whole window", () => {
    expect(secondOrderWithin([[], []], within90)).toEqual({ value: null, n: 0, reason: "noData" });
    expect(secondOrderWithin([[990], [995]], within90)).toEqual({
      value: null,
      n: 2,
      reason: "notReached",
    });
    expect(secondOrderWithin([[0]], within90)).toMatchObject({
      value: 0,
      n: 1,
      interval: { method: "betaProduct", low: 0, high: expect.closeTo(0.975, 9) },
    });
  });

  it("names customer and row of bad days, and refuses a window that is none", () => {
    expect(() => secondOrderWithin([[0], [5, 5]], within90)).toThrow(
      "customers[1][1] must come after the day before it",
    );
    expect(() => secondOrderWithin([[0, 0.5]], within90)).toThrow(/customers\[0\]\[1\]/);
    expect(() => secondOrderWithin([], { windowDays: 90, asOfDay: 0.5 })).toThrow(/asOfDay/);
    for (const windowDays of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => secondOrderWithin([], { windowDays, asOfDay })).toThrow(
        `windowDays must be a finite number above 0, got ${windowDays}`,
      );
  });
});
