import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FigureCondition,
  typedBound,
  typedRange,
  withBound,
} from "@/app/w/[workspace]/segments/_editor/figure-bounds";
import { segmentRulesSchema } from "@/lib/segments/segment-rules";

const revenue = (currency: string): FigureCondition => ({
  kind: "runningRevenue",
  currency,
  atLeastMinor: null,
  atMostMinor: null,
});
const wallet: FigureCondition = {
  kind: "figure",
  figure: "shareOfWallet",
  atLeast: null,
  atMost: null,
};

describe("what is typed as the bound of a figure", () => {
  test.each([
    ["DKK", 25_000_050],
    ["JPY", 250_001],
    ["KWD", 250_000_500],
  ])("an amount in %s is stored in its minor units", (currency, minor) => {
    const typed = String(minor / { DKK: 100, JPY: 1, KWD: 1000 }[currency as "DKK"]);
    const stored = withBound(revenue(currency), "atLeast", typed);
    expect(stored).toMatchObject({ atLeastMinor: minor, atMostMinor: null });
    expect(typedBound(stored, "atLeast")).toBe(typed);
  });

  test("a share is typed in percent, stored as a ratio, and shown as it was typed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        const typed = String(tenths / 10);
        const stored = withBound(wallet, "atMost", typed);
        expect(typedBound(stored, "atMost")).toBe(typed);
        expect(segmentRulesSchema.safeParse(stored).success).toBe(true);
      }),
    );
    expect(typedRange(wallet)).toEqual({ min: 0, max: 100 });
  });

  test("an emptied field, or no number, is no bound and never 0", () => {
    for (const typed of ["", " ", "abc", "1e999"]) {
      expect(withBound(revenue("DKK"), "atLeast", typed)).toEqual(revenue("DKK"));
      expect(withBound(wallet, "atMost", typed)).toEqual(wallet);
    }
    expect(withBound(wallet, "atMost", "0")).toMatchObject({ atMost: 0 });
  });
});
