import { describe, expect, it } from "vitest";
import { interval, isAtLeast, isAtMost, noFigure } from "@/lib/metrics/core/result";

describe("a figure and its doubt", () => {
  it("an interval carries level, method, limits, n, effective n and population", () => {
    expect(interval("wilson", 0.1, 0.4, { n: 20 })).toEqual({
      level: 0.95,
      method: "wilson",
      low: 0.1,
      high: 0.4,
      n: 20,
      effectiveN: 20,
      population: null,
    });
    expect(interval("ratio", 0, 1, { n: 9, effectiveN: 4, population: 12 })).toMatchObject({
      effectiveN: 4,
      population: 12,
    });
  });

  it("no figure is null with its reason and n", () => {
    expect(noFigure(3, "tooFewAnswers")).toEqual({ value: null, n: 3, reason: "tooFewAnswers" });
  });

  it("a line is met by sums that miss it by the last bit, and by nothing more", () => {
    expect(isAtLeast(0.1 + 0.2, 0.3) && isAtMost(0.1 + 0.2, 0.3)).toBe(true);
    expect(isAtLeast(0.3 - 1e-8, 0.3) || isAtMost(0.3 + 1e-8, 0.3)).toBe(false);
    expect(isAtLeast(0.4, 0.3) && isAtMost(0.2, 0.3)).toBe(true);
  });
});
