import { describe, expect, test } from "vitest";
import { buildRates, roundHalfEven } from "@/lib/facts/currency";

const JAN = 2026 * 12;

describe("rates", () => {
  const rates = buildRates(
    [
      { month: JAN, code: "DKK", perEur: 7.46 },
      { month: JAN, code: "SEK", perEur: 11.19 },
      { month: JAN + 2, code: "SEK", perEur: 10 },
      { month: JAN, code: "JPY", perEur: 160 },
    ],
    "DKK",
  );

  test("the workspace's own currency needs no rate", () => {
    expect(rates.factor("DKK", JAN - 100)).toBe(1);
  });

  test("a month without a rate of its own takes the last one before it", () => {
    expect(rates.factor("SEK", JAN + 1)).toBeCloseTo(7.46 / 11.19, 12);
    expect(rates.factor("SEK", JAN + 2)).toBeCloseTo(0.746, 12);
  });

  test("the euro is the base and has no row", () => {
    expect(rates.factor("EUR", JAN)).toBeCloseTo(7.46, 12);
  });

  test("a currency without decimals is not a hundredth of itself", () => {
    expect(rates.factor("JPY", JAN)).toBeCloseTo((7.46 / 160) * 100, 10);
  });

  test("before the first rate, and without any, the factor is unknown, not 0", () => {
    expect(rates.factor("SEK", JAN - 1)).toBeNull();
    expect(rates.factor("XAU", JAN)).toBeNull();
  });
});

describe("rounding", () => {
  test.each([
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, 0],
    [-1.5, -2],
    [2.4999, 2],
    [2.5001, 3],
    [1.005 * 100, 100],
  ])("%d goes to %d: a half goes to the even neighbour", (value, expected) => {
    expect(roundHalfEven(value)).toBe(expected);
  });
});
