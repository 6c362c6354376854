import { describe, expect, it } from "vitest";
import { marginMultiple } from "@/lib/metrics";

describe("published figures are met to the digits shown", () => {
  it("the margin multiple at 80 % retention and 10 % discount is 2.67", () => {
    expect(marginMultiple(0.8, 0.1)).toBeCloseTo(2.67, 2);
  });
});
