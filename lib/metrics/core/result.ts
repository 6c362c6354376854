import type { NoFigureReason } from "./reasons";

/** Normal quantile for a 95 % interval. */
export const z95 = 1.959963985;

/** A 95 % interval, with what it rests on. `population` is set where a finite-population correction was used. */
export type Interval = {
  readonly level: number;
  readonly method: string;
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly effectiveN: number;
  readonly population: number | null;
};

/** A figure with its n and its doubt, or no figure with the reason. */
export type Estimate<Reason extends NoFigureReason = "noData"> =
  | { readonly value: number; readonly n: number; readonly interval: Interval | null }
  | { readonly value: null; readonly n: number; readonly reason: Reason };

export function noFigure<Reason extends NoFigureReason>(
  n: number,
  reason: Reason,
): { readonly value: null; readonly n: number; readonly reason: Reason } {
  return { value: null, n, reason };
}

export function interval(
  method: string,
  low: number,
  high: number,
  basis: { n: number; effectiveN?: number; population?: number | null },
): Interval {
  const { n, effectiveN = n, population = null } = basis;
  return { level: 0.95, method, low, high, n, effectiveN, population };
}

/** Sums of shares such as .30 + .40 miss a line by the last bit; a line is met within this. */
const tolerance = 1e-9;

export function isAtLeast(value: number, line: number): boolean {
  return value >= line - tolerance;
}

export function isAtMost(value: number, line: number): boolean {
  return value <= line + tolerance;
}
