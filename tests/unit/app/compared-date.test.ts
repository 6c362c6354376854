import { expect, test } from "vitest";
import { comparedDate } from "@/app/w/[workspace]/_loyalty/compared-date";

test("the usual comparison is not named, so that it goes along with another as-of date; a chosen one is", () => {
  const usualCompare = "2026-06-30";
  expect(comparedDate({ compareTo: "2026-06-30", usualCompare })).toBeUndefined();
  expect(comparedDate({ compareTo: "2026-03-31", usualCompare })).toBe("2026-03-31");
});
