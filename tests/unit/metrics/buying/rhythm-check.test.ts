import { describe, expect, it } from "vitest";
import { rhythmCheck, wilsonInterval } from "@/lib/metrics";

const every30 = [0, 30, 60, 90];

describe("the rhythm check", () => {
  it("holds every gap against the line as it stood at its start", () => {
    const check = rhythmCheck([{ orderDays: [...every30, 120, 185] }]);
    expect(check).toEqual({
      late: wilsonInterval(1, 2),
      plain: wilsonInterval(1, 2),
      lost: wilsonInterval(0, 2),
    });
  });

  it("counts late and plain only beyond their line, lost from its line on", () => {
    const gap = (days: number) => {
      const { late, plain, lost } = rhythmCheck([{ orderDays: [...every30, 90 + days] }]);
      return [late.value, plain.value, lost.value];
    };
    expect(gap(60)).toEqual([0, 0, 0]);
    expect(gap(61)).toEqual([1, 1, 0]);
    expect(gap(119)).toEqual([1, 1, 0]);
    expect(gap(120)).toEqual([1, 1, 1]);
  });

  it("knows the longest gap: what has been that quiet before is no alarm by the late line", () => {
    const { late, plain } = rhythmCheck([{ orderDays: [0, 10, 20, 30, 40, 75, 105] }]);
    expect(late.value).toBeCloseTo(1 / 3, 10);
    expect(plain.value).toBeCloseTo(2 / 3, 10);
  });

  it("leaves quiet weeks out of the gap it judges", () => {
    const quietRanges = [{ fromDay: 100, untilDay: 121 }];
    const orderDays = [...every30, 165];
    expect(rhythmCheck([{ orderDays }]).late.value).toBe(1);
    expect(rhythmCheck([{ orderDays, quietRanges }]).late.value).toBe(0);
    // The quiet weeks leave the gaps before as well, and draw the line closer.
    const closed = [
      { fromDay: 10, untilDay: 25 },
      { fromDay: 40, untilDay: 55 },
    ];
    const after = [...every30, 145];
    expect(rhythmCheck([{ orderDays: after }]).plain.value).toBe(0);
    expect(rhythmCheck([{ orderDays: after, quietRanges: closed }]).plain.value).toBe(1);
  });

  it("is not known before a fourth gap", () => {
    expect(rhythmCheck([{ orderDays: every30 }]).late).toMatchObject({ reason: "noData", n: 0 });
    expect(() => rhythmCheck([{ orderDays: [5, 4] }])).toThrow(RangeError);
  });
});
