import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterDiscount, type FirstPurchase, logRank, welchDifference } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";

const windowDays = 90;
const customer = (
  isDiscounted: boolean,
  againAfterDays: number | null,
  rest: Partial<FirstPurchase> = {},
): FirstPurchase => ({ isDiscounted, againAfterDays, followedDays: 400, marginMinor: 0, ...rest });
const some = (count: number, one: FirstPurchase) => Array.from({ length: count }, () => one);

const customers = fc.array(
  fc
    .record({
      isDiscounted: fc.boolean(),
      followedDays: fc.integer({ min: 1, max: 300 }),
      again: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      marginMinor: fc.option(fc.integer({ min: -1000, max: 1000 })),
    })
    .map(({ again, ...row }) => ({
      ...row,
      againAfterDays: again === null ? null : 1 + Math.floor(again * (row.followedDays - 1)),
    })),
  { maxLength: 40 },
);

describe("after a discount", () => {
  it("compares 5 of 20 with 12 of 20 that came back: 35 points fewer, a real difference", () => {
    const { repurchase } = afterDiscount(
      [
        ...some(5, customer(true, 30)),
        ...some(15, customer(true, null)),
        ...some(12, customer(false, 30)),
        ...some(8, customer(false, 200)),
      ],
      { windowDays },
    );
    expect(repurchase.discounted.value).toBeCloseTo(0.25, 10);
    expect(limitsOf(repurchase.discounted)[0]).toBeCloseTo(0.1125290811, 8);
    expect(limitsOf(repurchase.discounted)[1]).toBeCloseTo(0.500056092, 8);
    expect(repurchase.fullPrice.value).toBeCloseTo(0.6, 10);
    expect(repurchase.difference.value).toBeCloseTo(-0.35, 10);
    expect(limitsOf(repurchase.difference)[0]).toBeCloseTo(-0.5986468217, 8);
    expect(limitsOf(repurchase.difference)[1]).toBeCloseTo(-0.0295147862, 8);
    expect(repurchase.difference).toMatchObject({ n: 40, interval: { method: "squareAndAdd" } });
    expect(repurchase.test.value).toBeCloseTo(4.887468031, 8);
    expect(repurchase.isRealDifference).toBe(true);
  });

  it("tests within the window only: what happens after it is another question", () => {
    const late = [...some(15, customer(true, 91)), ...some(15, customer(false, null))];
    const { repurchase } = afterDiscount(late, { windowDays });
    const high = expect.closeTo(1 - 0.025 ** (1 / 15), 9);
    expect(repurchase.discounted).toMatchObject({ value: 0, n: 15, interval: { low: 0, high } });
    expect(repurchase.difference).toMatchObject({ value: 0, n: 30, interval: { high } });
    expect(repurchase.test.value).toBeNull();
    expect(repurchase.isRealDifference).toBeNull();
    const later = [...some(15, customer(true, 91)), ...some(15, customer(false, 200))];
    expect(afterDiscount(later, { windowDays }).repurchase.test.value).toBeNull();
    const inTime = afterDiscount(
      [...some(15, customer(true, 90)), ...some(15, customer(false, null))],
      {
        windowDays,
      },
    ).repurchase;
    expect(inTime.discounted.value).toBe(1);
    expect(inTime.isRealDifference).toBe(true);
  });

  it("censors customers followed for less than the window instead of failing them", () => {
    const rows = [
      customer(true, 20),
      customer(true, null),
      customer(true, null, { followedDays: 10 }),
      customer(false, 40),
      customer(false, null),
    ];
    const { repurchase } = afterDiscount(rows, { windowDays });
    expect(repurchase.discounted.value).toBeCloseTo(0.5, 10);
    expect(repurchase.test).toEqual(
      logRank([
        [
          { time: 20, event: true },
          { time: 90, event: false },
          { time: 10, event: false },
        ],
        [
          { time: 40, event: true },
          { time: 90, event: false },
        ],
      ]),
    );
  });

  it("compares margins of customers followed for the whole window, those who stayed away included", () => {
    const margins = [30, 0, 40, 0, 20, 10, 0, 35, 5, 0];
    const higher = margins.map((margin) => margin + 25);
    const rows = [
      ...margins.map((marginMinor) => customer(true, null, { marginMinor, followedDays: 90 })),
      ...higher.map((marginMinor) => customer(false, null, { marginMinor })),
      customer(true, null, { marginMinor: 9999, followedDays: 89 }),
      customer(false, null, { marginMinor: null }),
    ];
    const { margin } = afterDiscount(rows, { windowDays });
    expect(margin.discounted).toMatchObject({ value: 14, n: 10, interval: { method: "student" } });
    expect(margin.fullPrice).toMatchObject({ value: 39, n: 10 });
    expect(margin.difference).toEqual(welchDifference(margins, higher));
    expect(margin.difference.value).toBe(-25);
    expect(margin.isRealDifference).toBe(true);
  });

  it("calls nothing real below ten customers on a side, and no chance difference real", () => {
    const groups = (count: number) => [
      ...some(count, customer(true, null, { marginMinor: 1 })),
      ...some(count, customer(false, 9, { marginMinor: 5 })),
      customer(true, null, { marginMinor: 2 }),
      customer(false, 9, { marginMinor: 6 }),
    ];
    expect(afterDiscount(groups(8), { windowDays })).toMatchObject({
      repurchase: { isRealDifference: null, test: { isRealDifference: true } },
      margin: { isRealDifference: null, difference: { isRealChange: true } },
    });
    const uneven = [...groups(8), ...some(20, customer(true, null, { marginMinor: 1 }))];
    expect(afterDiscount(uneven, { windowDays })).toMatchObject({
      repurchase: { isRealDifference: null },
      margin: { isRealDifference: null },
    });
    expect(afterDiscount(groups(9), { windowDays })).toMatchObject({
      repurchase: { isRealDifference: true },
      margin: { isRealDifference: true },
    });
    const alike = some(5, customer(true, 9, { marginMinor: 3 })).concat(
      some(6, customer(true, null)),
    );
    const both = [...alike, ...alike.map((row) => ({ ...row, isDiscounted: false }))];
    expect(afterDiscount(both, { windowDays })).toMatchObject({
      repurchase: { isRealDifference: false, difference: { value: 0 } },
      margin: { isRealDifference: false, difference: { value: 0 } },
    });
  });

  it("turns its differences round when the groups are swapped, whatever the order of rows", () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const there = afterDiscount(rows, { windowDays });
        const swapped = rows.map((row) => ({ ...row, isDiscounted: !row.isDiscounted })).reverse();
        const back = afterDiscount(swapped, { windowDays });
        for (const part of ["repurchase", "margin"] as const) {
          const [a, b] = [there[part].difference.value, back[part].difference.value];
          if (a === null || b === null) expect(b).toBe(a);
          else expect(b).toBeCloseTo(-a, 9);
          expect(back[part].isRealDifference).toBe(there[part].isRealDifference);
          for (const one of [there[part].discounted, there[part].fullPrice, there[part].difference])
            expectContained(one);
        }
      }),
    );
  });

  it("says why there is no difference", () => {
    const none = afterDiscount([customer(false, 20)], { windowDays });
    expect(none.repurchase.discounted).toEqual({ value: null, n: 0, reason: "noData" });
    expect(none.repurchase.difference).toEqual({ value: null, n: 1, reason: "nothingComparable" });
    expect(none.margin.difference).toMatchObject({ value: null, reason: "noData" });
    const young = customer(true, null, { followedDays: 20 });
    expect(afterDiscount([young, customer(false, 20)], { windowDays }).repurchase).toMatchObject({
      discounted: { reason: "notReached" },
      difference: { reason: "nothingComparable" },
    });
    expect(known(none.repurchase.fullPrice).value).toBe(1);
  });

  it("names the row of a purchase that cannot be, and refuses a window that is none", () => {
    const good = customer(true, 1);
    const bad = (row: FirstPurchase) => () => afterDiscount([good, row], { windowDays });
    expect(bad(customer(true, 0))).toThrow(/customers\[1\].againAfterDays/);
    expect(bad(customer(true, 401))).toThrow(/customers\[1\].againAfterDays/);
    expect(bad(customer(true, Number.NaN))).toThrow(/customers\[1\].againAfterDays/);
    expect(bad(customer(true, 400))).not.toThrow();
    expect(bad(customer(true, null, { followedDays: -1 }))).toThrow(/customers\[1\].followedDays/);
    expect(bad(customer(true, null, { marginMinor: Number.NaN }))).toThrow(
      /customers\[1\].marginMinor/,
    );
    for (const days of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => afterDiscount([], { windowDays: days })).toThrow(/windowDays must be/);
  });
});
