import { describe, expect, it } from "vitest";
import {
  checkBetween,
  checkCount,
  checkDay,
  checkFinite,
  checkNonNegative,
  checkPopulation,
  checkWholeBetween,
} from "@/lib/metrics/core/check";

const notNumbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

describe("bad data is refused with its name", () => {
  it("a number must be finite", () => {
    expect(checkFinite(-1.5, "rows[2].y")).toBe(-1.5);
    for (const bad of notNumbers)
      expect(() => checkFinite(bad, "rows[2].y")).toThrow(
        new RangeError(`rows[2].y must be a finite number, got ${bad}`),
      );
  });

  it("an amount must not be negative", () => {
    expect(checkNonNegative(0, "x")).toBe(0);
    for (const bad of [-1e-9, ...notNumbers])
      expect(() => checkNonNegative(bad, "x")).toThrow(
        new RangeError(`x must be a finite number of at least 0, got ${bad}`),
      );
  });

  it("a count must be whole and not negative", () => {
    expect(checkCount(0, "k")).toBe(0);
    for (const bad of [-1, 0.5, 2 ** 53, ...notNumbers])
      expect(() => checkCount(bad, "k")).toThrow(
        new RangeError(`k must be a whole number of at least 0, got ${bad}`),
      );
  });

  it("a share must lie on its scale, ends included", () => {
    expect([checkBetween(0, 0, 1, "p"), checkBetween(1, 0, 1, "p")]).toEqual([0, 1]);
    for (const bad of [-0.001, 1.001, ...notNumbers])
      expect(() => checkBetween(bad, 0, 1, "p")).toThrow(
        new RangeError(`p must lie between 0 and 1, got ${bad}`),
      );
  });

  it("an answer must be whole and on its scale", () => {
    expect(checkWholeBetween(10, 0, 10, "scores[0]")).toBe(10);
    expect(() => checkWholeBetween(9.5, 0, 10, "scores[0]")).toThrow(
      new RangeError("scores[0] must be whole, got 9.5"),
    );
    expect(() => checkWholeBetween(11, 0, 10, "scores[0]")).toThrow(
      new RangeError("scores[0] must lie between 0 and 10, got 11"),
    );
  });

  it("a day must be a whole number, before 1970 too", () => {
    expect(checkDay(-1, "day")).toBe(-1);
    expect(() => checkDay(0.5, "day")).toThrow(
      new RangeError("day must be a whole day number, got 0.5"),
    );
  });

  it("a population holds at least those who answered", () => {
    expect(checkPopulation(undefined, 5)).toBeNull();
    expect(checkPopulation(5, 5)).toBe(5);
    expect(() => checkPopulation(4, 5)).toThrow(new RangeError("population 4 is smaller than n 5"));
    expect(() => checkPopulation(5.5, 5)).toThrow(/^population must be a whole number/);
  });
});
