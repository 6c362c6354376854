import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderRhythm, rhythmScore } from "@/lib/metrics";
import { openDaysBetween } from "@/lib/metrics/loyalty/order-rhythm";
import { day } from "./builders";

function daysOf(gaps: readonly number[], first = 0): number[] {
  const days = [first];
  for (const gap of gaps) days.push((days.at(-1) as number) + gap);
  return days;
}

const gaps = [28, 31, 33, 30, 35, 29, 31, 48, 30, 31, 27, 33];
const days = daysOf(gaps);
const last = days.at(-1) as number;

describe("own rhythm", () => {
  it("takes the median gap, doubles it, and never alarms before the longest gap seen", () => {
    expect(orderRhythm(days, last)).toMatchObject({
      usualDays: 31,
      longestDays: 48,
      lateLineDays: 62,
      lostAfterDays: 124,
    });
  });

  for (const [since, status, score] of [
    [31, "onTime", 1],
    [32, "due", 0.98],
    [50, "due", 0.69],
    [62, "due", 0.5],
    [63, "late", 0.49],
    [94, "late", 0.24],
    [123, "late", 0.01],
    [124, "lost", 0],
    [130, "lost", 0],
  ] as const)
    it(`is ${status} with ${score} points ${since} days after the last order`, () => {
      const rhythm = orderRhythm(days, last + since);
      expect(rhythm.status).toBe(status);
      expect(Math.abs((rhythm.score ?? -1) - score)).toBeLessThanOrEqual(0.00501);
    });

  it("words the dates: last order 94 days ago, late since 31 Aug, counts as lost from 1 Nov", () => {
    const asOfDay = day("2026-10-02");
    const shifted = daysOf(gaps, asOfDay - 94 - last);
    expect(orderRhythm(shifted, asOfDay)).toMatchObject({
      sinceDays: 94,
      usualDays: 31,
      longestDays: 48,
      lateOnDay: day("2026-08-31"),
      lostOnDay: day("2026-11-01"),
    });
  });

  it("does not take a summer pause once seen for an alarm", () => {
    const seasonal = daysOf([14, 15, 13, 14, 60, 14, 15]);
    const rhythm = orderRhythm(seasonal, (seasonal.at(-1) as number) + 40);
    expect(rhythm).toMatchObject({ usualDays: 14, lateLineDays: 60, status: "due" });
  });

  it("forgets gaps before the last twelve", () => {
    const rhythm = orderRhythm(daysOf([400, ...gaps]), 400 + last);
    expect(rhythm).toMatchObject({ gaps: 12, longestDays: 48 });
  });

  it("is not known below three gaps, and says so", () => {
    expect(orderRhythm([0, 30, 60], 70)).toMatchObject({
      score: null,
      reason: "noRhythmYet",
      gaps: 2,
    });
    expect(orderRhythm([], 70)).toMatchObject({ score: null, reason: "noOrders", sinceDays: null });
  });

  it("never calls an account lost before 60 days", () => {
    const weekly = daysOf([7, 7, 7, 7]);
    expect(orderRhythm(weekly, 28 + 59).status).toBe("late");
    expect(orderRhythm(weekly, 28 + 60).status).toBe("lost");
  });

  it("leaves a country's quiet weeks out of the gaps and of the wait alike", () => {
    const quietRanges = [{ fromDay: 200, untilDay: 221 }];
    const ordered = daysOf([30, 30, 30, 30, 30, 30, 51, 30]);
    expect(orderRhythm(ordered, 270, { quietRanges })).toMatchObject({ longestDays: 30 });
    const waiting = daysOf([30, 30, 30, 30, 30, 30]);
    const rhythm = orderRhythm(waiting, 230, { quietRanges });
    expect(rhythm).toMatchObject({ sinceDays: 29, status: "onTime", lateOnDay: 180 + 60 + 21 });
  });

  it("is late from the day on which the open wait passes the line, wherever quiet weeks lie", () => {
    const pauses = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(pauses, (list) => {
        let end = 60;
        const quietRanges = list.map(([before, length]) => {
          const fromDay = end + before;
          end = fromDay + length;
          return { fromDay, untilDay: end };
        });
        const at = (asOfDay: number) => orderRhythm(daysOf([30, 30, 30]), asOfDay, { quietRanges });
        const first = at(90);
        if (first.status === null) throw new Error("no rhythm");
        const { lateOnDay, lateLineDays, lostOnDay, lostAfterDays } = first;
        for (const [reached, wait] of [
          [lateOnDay, lateLineDays],
          [lostOnDay, lostAfterDays],
        ] as const) {
          expect(at(reached).sinceDays).toBe(wait);
          expect(at(reached - 1).sinceDays).toBe(wait - 1);
        }
      }),
    );
  });

  it("counts the open days after an order: not its own, though that may be quiet itself", () => {
    const quiet = [{ fromDay: 5, untilDay: 15 }];
    expect(openDaysBetween(10, 20, quiet)).toBe(6);
    expect(openDaysBetween(4, 20, quiet)).toBe(6);
    expect(openDaysBetween(3, 20, quiet)).toBe(7);
    expect(openDaysBetween(14, 20, quiet)).toBe(6);
    expect(openDaysBetween(0, 5, quiet)).toBe(4);
  });

  it("has all points on the usual day, also where late begins with it", () => {
    expect([rhythmScore(30, 30, 30), rhythmScore(31, 30, 30)]).toEqual([
      1,
      expect.closeTo(1 - 31 / 60, 12),
    ]);
  });

  it("refuses days that are not ascending and names the row", () => {
    expect(() => orderRhythm([0, 30, 30], 60)).toThrow(/orderDays\[2\]/);
    expect(() => orderRhythm([0, Number.NaN], 60)).toThrow(/^orderDays\[1\] must/);
  });

  it("takes another late line, number of gaps and day it is lost where the workspace set them", () => {
    const regular = daysOf([30, 30, 30, 30]);
    const at = (options: Parameters<typeof orderRhythm>[2]) => orderRhythm(regular, 125, options);
    expect(at({ lateFactor: 1.5 })).toMatchObject({ lateLineDays: 45, lostAfterDays: 90 });
    expect(at({ lateFactor: 3 })).toMatchObject({ lateLineDays: 90, lostAfterDays: 180 });
    expect(at({ lostAfterDays: 200 })).toMatchObject({ lateLineDays: 60, lostAfterDays: 200 });
    expect(at({ minGaps: 5 })).toMatchObject({ score: null, reason: "noRhythmYet", gaps: 4 });
    expect(orderRhythm(daysOf([90, 30, 30, 30]), 190, { maxGaps: 3 })).toMatchObject({
      gaps: 3,
      longestDays: 30,
    });
  });

  it("is known from three gaps on, and counts no order after the day", () => {
    expect(orderRhythm(daysOf([30, 30, 30]), 90).score).toBe(1);
    expect(orderRhythm(daysOf([30, 30, 30]), 89)).toMatchObject({ score: null, gaps: 2 });
    expect(orderRhythm([50], 49)).toMatchObject({ reason: "noOrders", lastOrderDay: null });
  });

  it("takes a gap that lies wholly in quiet weeks for one day", () => {
    const quietRanges = [{ fromDay: 95, untilDay: 120 }];
    const rhythm = orderRhythm([0, 30, 60, 96, 110], 130, { quietRanges });
    expect(rhythm).toMatchObject({ gaps: 4, longestDays: 34, usualDays: 30 });
  });
});
