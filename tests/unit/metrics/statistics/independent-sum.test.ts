import { describe, expect, it } from "vitest";
import { type Interval, independentSum } from "@/lib/metrics";

const between = (low: number, high: number): Interval => ({
  level: 0.95,
  method: "wald",
  low,
  high,
  n: 1,
  effectiveN: 1,
  population: null,
});

describe("the sum of figures", () => {
  it("is as doubtful as the root of the squared doubts of its parts", () => {
    const sum = independentSum([
      { value: 10, n: 4, interval: between(8, 13) },
      { value: 20, n: 6, interval: between(16, 24) },
    ]);
    expect(sum).toMatchObject({ value: 30, n: 10, interval: { method: "squareAndAdd", n: 10 } });
    if (sum.value === null) throw new Error("no sum");
    expect(sum.interval?.low).toBeCloseTo(30 - Math.sqrt(20), 12);
    expect(sum.interval?.high).toBeCloseTo(35, 12);
  });

  it("takes a part without an interval as known, and one part as it is", () => {
    const part = { value: 10, n: 4, interval: between(8, 13) };
    const known = { value: 5, n: 1, interval: null };
    expect(independentSum([part, known])).toMatchObject({ interval: { low: 13, high: 18 } });
    expect(independentSum([part])).toMatchObject({ value: 10, interval: { low: 8, high: 13 } });
    expect(independentSum([known])).toEqual({ value: 5, n: 1, interval: null });
  });

  it("is nothing known without parts", () => {
    expect(independentSum([])).toEqual({ value: null, n: 0, reason: "noData" });
  });
});
