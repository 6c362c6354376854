import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boughtAgainWhenExpected, orderRhythm, wilsonInterval } from "@/lib/metrics";
import { expectContained, expectSame } from "../intervals";

const period = { fromDay: 100, untilDay: 190 };
const regular = [0, 30, 60, 90];
const accounts = fc.array(
  fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }).map((gaps) => {
    let day = 0;
    return {
      orderDays: gaps.map((gap) => {
        day += gap;
        return day;
      }),
    };
  }),
  { maxLength: 20 },
);

describe("bought again when expected", () => {
  it("counts orders up to the late line and not after it: 60 days after day 90", () => {
    const share = (nextDay: number) =>
      boughtAgainWhenExpected([{ orderDays: [...regular, nextDay] }], period);
    expect(share(150)).toEqual(wilsonInterval(1, 1));
    expect(share(151)).toEqual(wilsonInterval(0, 1));
    expect(share(100)).toEqual(wilsonInterval(1, 1));
    expect(boughtAgainWhenExpected([{ orderDays: regular }], period).value).toBe(0);
  });

  it("asks only accounts whose line, as it stood before the period, falls inside it", () => {
    const line = orderRhythm(regular, 99);
    expect(line.score !== null && line.lateOnDay).toBe(150);
    const due = (fromDay: number, untilDay: number) =>
      boughtAgainWhenExpected([{ orderDays: regular }], { fromDay, untilDay }).n;
    expect(due(150, 151)).toBe(1);
    expect(due(151, 200)).toBe(0);
    expect(due(100, 150)).toBe(0);
    expect(boughtAgainWhenExpected([{ orderDays: [0, 30, 60, 100] }], period).n).toBe(0);
  });

  it("moves the line by the country's quiet weeks", () => {
    const quietRanges = [{ fromDay: 120, untilDay: 141 }];
    const late = [...regular, 165];
    expect(boughtAgainWhenExpected([{ orderDays: late }], period).value).toBe(0);
    expect(boughtAgainWhenExpected([{ orderDays: late, quietRanges }], period).value).toBe(1);
  });

  it("counts every account at most once, in any order, the same with a second copy of each", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const some = { fromDay: 200, untilDay: 400 };
        const rate = boughtAgainWhenExpected(list, some);
        expectContained(rate);
        expect(rate.n).toBeLessThanOrEqual(list.length);
        expectSame(boughtAgainWhenExpected([...list].reverse(), some), rate);
        expectSame(boughtAgainWhenExpected([...list, ...list], some), rate);
      }),
    );
  });

  it("is not known where nobody was due, and refuses an empty period", () => {
    expect(boughtAgainWhenExpected([{ orderDays: [0, 30] }], period)).toEqual({
      value: null,
      n: 0,
      reason: "noData",
    });
    expect(() => boughtAgainWhenExpected([], { fromDay: 1, untilDay: 1 })).toThrow(/period/);
    expect(() => boughtAgainWhenExpected([{ orderDays: [5, 4] }], period)).toThrow(RangeError);
  });
});
