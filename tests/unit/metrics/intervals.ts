import { expect } from "vitest";
import type { Interval } from "@/lib/metrics";

export type Figure = { readonly value: number | null; readonly interval?: Interval | null };

/** The law of every figure: an interval contains its estimate and is no number out of nowhere. */
export function expectContained(figure: Figure): void {
  if (figure.value === null || !figure.interval) return;
  const { low, high, level, n, effectiveN } = figure.interval;
  expect(low).toBeLessThanOrEqual(figure.value + 1e-9);
  expect(high).toBeGreaterThanOrEqual(figure.value - 1e-9);
  expect([low, high, level, n, effectiveN].every(Number.isFinite)).toBe(true);
}

/** The figure of a measure that has one. */
export function known<Result extends { readonly value: number | null }>(result: Result) {
  if (result.value === null) throw new Error("no figure");
  return result as Extract<Result, { readonly value: number }>;
}

/** The limits of a figure that has an interval. */
export function limitsOf(figure: Figure): [low: number, high: number] {
  if (!figure.interval) throw new Error("no interval");
  return [figure.interval.low, figure.interval.high];
}

/** Both not known, or the same figure up to rounding. */
export function expectSame(one: Figure, other: Figure, digits = 9): void {
  if (one.value === null || other.value === null) expect(other.value).toBe(one.value);
  else expect(other.value).toBeCloseTo(one.value, digits);
}
