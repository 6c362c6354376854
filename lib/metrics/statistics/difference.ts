import type { NoFigureReason } from "../core/reasons";
import { type Estimate, interval, noFigure, z95 } from "../core/result";
import { normalTail } from "../numeric/normal";

/** What changed, and whether the change is more than chance. */
export type Difference<Reason extends NoFigureReason = "noData"> = Estimate<Reason> & {
  /** True where the interval leaves 0 out; null where nothing can be said. */
  readonly isRealChange: boolean | null;
  /** Chance of at least such a difference if nothing had changed; what Benjamini-Hochberg takes. */
  readonly pValue: number | null;
};

export function noDifference<Reason extends NoFigureReason>(
  n: number,
  reason: Reason,
): Difference<Reason> {
  return { ...noFigure(n, reason), isRealChange: null, pValue: null };
}

/** A difference from which there is nothing to judge by. */
export function untested(value: number, n: number): Difference<never> {
  return { value, n, interval: null, isRealChange: null, pValue: null };
}

export function tested(
  value: number,
  n: number,
  limits: { method: string; low: number; high: number; pValue: number; effectiveN?: number },
): Difference<never> {
  const { method, low, high, pValue, effectiveN = n } = limits;
  return {
    value,
    n,
    interval: interval(method, low, high, { n, effectiveN }),
    isRealChange: low > 0 || high < 0,
    pValue,
  };
}

/** Two-sided chance of a centre so many standard errors from 0. */
export function twoSided(centre: number, standardError: number): number {
  if (standardError === 0) return centre === 0 ? 1 : 0;
  return 2 * normalTail(Math.abs(centre) / standardError);
}

/** A difference tested by z; `centre` differs from the value where answers were added to it. */
export function testedByZ(
  value: number,
  n: number,
  by: { method: string; standardError: number; centre?: number; limit?: number },
): Difference<never> {
  const { method, standardError, centre = value, limit = Number.POSITIVE_INFINITY } = by;
  const half = z95 * standardError;
  return tested(value, n, {
    method,
    low: Math.max(-limit, Math.min(value, centre - half)),
    high: Math.min(limit, Math.max(value, centre + half)),
    pValue: twoSided(centre, standardError),
  });
}
