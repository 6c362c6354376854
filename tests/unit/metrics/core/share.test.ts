import { expect, it } from "vitest";
import { shareOf } from "@/lib/metrics";

it("a share of nothing is not known, never 0", () => {
  expect([shareOf(1, 4), shareOf(0, 4), shareOf(0, 0)]).toEqual([0.25, 0, null]);
  expect(() => shareOf(Number.NaN, 1)).toThrow(/^part must be a finite number/);
  expect(() => shareOf(1, Number.POSITIVE_INFINITY)).toThrow(/^whole must be a finite number/);
});
