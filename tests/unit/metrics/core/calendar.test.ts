import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDayOfMonth, lastWholeMonth, monthOfDay, shiftMonths } from "@/lib/metrics";

const day = fc.integer({ min: -100_000, max: 200_000 });

describe("the calendar on plain numbers", () => {
  it("agrees with the platform's calendar on every day", () => {
    fc.assert(
      fc.property(day, (one) => {
        const date = new Date(one * 86_400_000);
        expect(monthOfDay(one)).toBe(date.getUTCFullYear() * 12 + date.getUTCMonth());
        const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 86_400_000;
        expect(firstDayOfMonth(monthOfDay(one))).toBe(first);
      }),
      { numRuns: 1000 },
    );
  });

  it("knows the leap day that closes 400 years", () => {
    for (const year of [1600, 2000, 2400]) {
      const leapDay = Date.UTC(year, 1, 29) / 86_400_000;
      expect(monthOfDay(leapDay)).toBe(year * 12 + 1);
      expect(monthOfDay(leapDay + 1)).toBe(year * 12 + 2);
    }
  });

  it("counts a month as whole from the close of its last day", () => {
    fc.assert(
      fc.property(day, (one) => {
        const last = firstDayOfMonth(monthOfDay(one) + 1) - 1;
        expect(lastWholeMonth(last)).toBe(monthOfDay(one));
        if (one !== last) expect(lastWholeMonth(one)).toBe(monthOfDay(one) - 1);
      }),
    );
  });

  it("keeps any other day on its number, or on the last day where the month is too short", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 40 }), (one, months) => {
        const number = one - firstDayOfMonth(monthOfDay(one));
        fc.pre(one + 1 !== firstDayOfMonth(monthOfDay(one) + 1));
        const first = firstDayOfMonth(monthOfDay(one) + months);
        const length = firstDayOfMonth(monthOfDay(one) + months + 1) - first;
        expect(shiftMonths(one, months) - first).toBe(number < length ? number : length - 1);
      }),
    );
  });

  it("keeps month ends on month ends", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 40 }), (one, months) => {
        const last = firstDayOfMonth(monthOfDay(one) + 1) - 1;
        expect(shiftMonths(last, months)).toBe(firstDayOfMonth(monthOfDay(one) + months + 1) - 1);
        expect(monthOfDay(shiftMonths(one, months))).toBe(monthOfDay(one) + months);
      }),
    );
  });
});
