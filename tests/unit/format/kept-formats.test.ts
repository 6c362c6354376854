import { expect, test } from "vitest";
import { countryName } from "@/lib/format/country-name";
import { formatDay, formatMonth } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";

test("a format that is kept is that of its language, its decimals and its parts of a date", () => {
  const said = () => [
    formatNumber(1234.5, "en"),
    formatNumber(1234.5, "en", 1),
    formatNumber(1234.5, "da", 1),
    formatDay("2026-10-15", "da", "2026-01-01"),
    formatDay("2026-10-15", "da"),
    formatDay("2026-10-15", "fi"),
    formatMonth("2026-10-15", "en"),
    countryName("DK", "en"),
    countryName("DK", "sv"),
  ];
  const first = said();
  expect(new Set(first).size).toBe(first.length);
  expect(said()).toEqual(first);
});
