import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateIn, instantOf, timeIn } from "@/lib/format/calendar";
import { isQuietDay, nextAskingTime, weekday } from "@/lib/surveys/waves/asking-time";

const place = {
  timeZone: "Europe/Copenhagen",
  country: "DK",
  workingHours: { from: "08:00", until: "16:00" },
  keepsWorkingHours: true,
  quietWeeks: true,
};
const next = (iso: string, change: Partial<typeof place> = {}) =>
  nextAskingTime(new Date(iso), { ...place, ...change }).toISOString();

describe("the time to ask", () => {
  it("a mail due in working hours leaves at once", () => {
    expect(next("2026-11-23T09:30:00Z")).toBe("2026-11-23T09:30:00.000Z");
  });

  it("a mail due before work waits for the morning, after work for the next one", () => {
    expect(next("2026-11-23T05:00:00Z")).toBe("2026-11-23T07:00:00.000Z");
    expect(next("2026-11-23T15:00:00Z")).toBe("2026-11-24T07:00:00.000Z");
  });

  it("a mail due on Friday evening waits for Monday", () => {
    expect(next("2026-11-27T18:00:00Z")).toBe("2026-11-30T07:00:00.000Z");
  });

  it("no mail leaves in weeks 28 to 31 and from 20 December to 6 January", () => {
    expect(next("2026-07-06T10:00:00Z")).toBe("2026-08-03T06:00:00.000Z");
    expect(next("2026-12-21T10:00:00Z")).toBe("2027-01-07T07:00:00.000Z");
    expect(next("2027-01-05T10:00:00Z")).toBe("2027-01-07T07:00:00.000Z");
  });

  it("quiet weeks hold where they are known and wanted", () => {
    expect(next("2026-07-06T10:00:00Z", { quietWeeks: false })).toBe("2026-07-06T10:00:00.000Z");
    expect(next("2026-07-06T10:00:00Z", { country: "JP" })).toBe("2026-07-06T10:00:00.000Z");
  });

  it("without working hours a mail leaves on a Sunday night, but not in quiet weeks", () => {
    const always = { keepsWorkingHours: false };
    expect(next("2026-11-22T22:30:00Z", always)).toBe("2026-11-22T22:30:00.000Z");
    expect(next("2026-08-02T10:00:00Z", always)).toBe("2026-08-02T22:00:00.000Z");
  });

  it("whatever is due, the answer is not earlier, on a working day, in working hours, and stays", () => {
    const instants = fc.date({
      min: new Date("2024-01-01T00:00:00Z"),
      max: new Date("2030-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (from) => {
        const at = nextAskingTime(from, place);
        expect(at.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(isQuietDay(dateIn(place.timeZone, at), place)).toBe(false);
        const time = timeIn(place.timeZone, at);
        expect(time >= "08:00" && time < "16:00").toBe(true);
        expect(nextAskingTime(at, place)).toEqual(at);
      }),
      { numRuns: 200 },
    );
  });

  it("weeks begin on Monday", () => {
    expect(weekday("2026-11-23")).toBe(1);
    expect(weekday("2026-11-22")).toBe(7);
  });

  it("a day and a time name the same instant there and back, across summer time", () => {
    for (const iso of ["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-06-01"]) {
      const at = instantOf("Europe/Helsinki", iso, "09:15");
      expect(dateIn("Europe/Helsinki", at)).toBe(iso);
      expect(timeIn("Europe/Helsinki", at)).toBe("09:15");
    }
  });
});
