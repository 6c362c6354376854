import { expect, test } from "vitest";
import { typedNumber } from "@/lib/format/typed-number";

test.each([
  ["1000000", 1_000_000],
  ["500.000", 500_000],
  ["500,000", 500_000],
  ["1.000.000", 1_000_000],
  ["1.000.000,50", 1_000_000.5],
  ["1,000,000.50", 1_000_000.5],
  ["1 000 000,5", 1_000_000.5],
  ["1\u00a0000\u202f000", 1_000_000],
  ["1’000’000.50", 1_000_000.5],
  ["12,5", 12.5],
  ["12.50", 12.5],
  ["-5", -5],
  ["−1.250,75", -1250.75],
  ["0", 0],
])("an amount typed as %s is %d, in whichever country", (text, value) => {
  expect(typedNumber(text, 2)).toBe(value);
});

test("three digits after one sign are decimals only where so many make sense", () => {
  expect(typedNumber("12,345", 4)).toBe(12.345);
  expect(typedNumber("12,345", 3)).toBe(12.345);
  expect(typedNumber("12,345", 2)).toBe(12_345);
});

test.each([
  ...["", " ", "about 5", "1e5", "0x10", "Infinity", "1.2.3", "1,00,000", "1.000,000.5", "--5"],
  ...["1.0000.000", ".", "1.000,5,5", "5-"],
])("%j is no number", (text) => {
  expect(typedNumber(text, 2)).toBeNaN();
});
