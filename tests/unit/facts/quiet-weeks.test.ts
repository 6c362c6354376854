import { expect, test } from "vitest";
import { quietRanges } from "@/lib/facts/quiet-weeks";
import { isoOfDay } from "@/lib/format/calendar";

test("a Nordic summer stands still in ISO weeks 28 to 31, a winter from 20 December to 6 January", () => {
  const ranges = quietRanges("DK", 2026, 2026).map(({ fromDay, untilDay }) => [
    isoOfDay(fromDay),
    isoOfDay(untilDay),
  ]);
  expect(ranges).toEqual([
    ["2026-07-06", "2026-08-03"],
    ["2026-12-20", "2027-01-07"],
  ]);
});

test("a country without known quiet weeks has none", () => {
  expect(quietRanges("US", 2014, 2017)).toEqual([]);
  expect(quietRanges(null, 2014, 2017)).toEqual([]);
});
