import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, monthNumber } from "@/lib/format/calendar";
import { defaultCompare, earlierQuarters } from "@/lib/loyalty/scene";

test("the quarters before a date are closes of quarters, newest first", () => {
  expect(earlierQuarters("2026-10-02", monthNumber("2025-12-01"))).toEqual([
    "2026-09-30",
    "2026-06-30",
    "2026-03-31",
    "2025-12-31",
  ]);
});

test("a close of a quarter is not earlier than itself", () => {
  expect(earlierQuarters("2026-09-30", 0, 1)).toEqual(["2026-06-30"]);
});

test("two days after a quarter's close the comparison is with the close before", () => {
  expect(defaultCompare("2026-10-02")).toBe("2026-06-30");
  expect(defaultCompare("2026-11-22")).toBe("2026-09-30");
  expect(defaultCompare("2026-09-30")).toBe("2026-06-30");
});

test("the comparison always lies 45 to 140 days back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), (days) => {
      const asOf = addDays("2020-01-01", days);
      const compare = defaultCompare(asOf);
      expect(compare <= addDays(asOf, -45)).toBe(true);
      expect(compare >= addDays(asOf, -140)).toBe(true);
    }),
  );
});
