import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText } from "@/lib/metrics/core/compare-text";

describe("the order of texts", () => {
  it("is that of code units, whatever language the machine speaks", () => {
    expect(["ä", "b", "Z", "a", "10", "9", ""].sort(compareText)).toEqual([
      "",
      "10",
      "9",
      "Z",
      "a",
      "b",
      "ä",
    ]);
  });

  it("is 0 only between equals, and turns with its arguments", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compareText(a, a)).toBe(0);
        expect(compareText(a, b) + compareText(b, a)).toBe(0);
        expect(compareText(a, b) === 0).toBe(a === b);
      }),
    );
    expect([compareText("a", "b"), compareText("b", "a")]).toEqual([-1, 1]);
  });
});
