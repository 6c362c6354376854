import { checkWholeBetween } from "../core/check";
import { type Interval, interval } from "../core/result";
import {
  type BetaGeometricParameters,
  shiftedBetaGeometricRetention,
  shiftedBetaGeometricSurvival,
} from "./projected-survival";
import type { ShiftedBetaGeometric } from "./shifted-beta-geometric";

export type ProjectedFigure = {
  readonly value: number;
  readonly n: number;
  readonly interval: Interval;
};

type Fit = Extract<ShiftedBetaGeometric, { reason: null }>;

/**
 * Projected figure: between which values does a figure lie that follows from the shifted beta-geometric?
 *
 * Formula: the smallest and the largest value of the figure over all a and b whose log-likelihood is at
 * most 1.92 below the highest (profile likelihood).
 *
 * @param fit a fit without a reason
 * @param figureOf the figure, computed from a and b
 * @returns the figure at the fit with its 95 % interval; n customers
 * Empty: a fit with a reason has no figure; do not call.
 * @throws RangeError when the figure does
 * @source Venzon & Moolgavkar (1988), Applied Statistics 37; Fader & Hardie (2007)
 * @example projectedFigure(fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]), (fit) => shiftedBetaGeometricSurvival(fit, 12)).interval.low // => 0.34
 * @example projectedFigure(fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]), (fit) => shiftedBetaGeometricSurvival(fit, 12)).interval.high // => 0.416
 */
export function projectedFigure(
  fit: Fit,
  figureOf: (parameters: BetaGeometricParameters) => number,
): ProjectedFigure {
  const value = figureOf(fit);
  let [low, high] = [value, value];
  for (const point of fit.contour) {
    const there = figureOf(point);
    low = Math.min(low, there);
    high = Math.max(high, there);
  }
  return { value, n: fit.n, interval: interval("profileLikelihood", low, high, { n: fit.n }) };
}

export type RetentionPoint = {
  readonly renewal: number;
  /** Share of those up for this renewal who renew. */
  readonly retention: ProjectedFigure;
  /** Share of the whole group still there after it. */
  readonly survival: ProjectedFigure;
};

/**
 * Retention curve: which share renews at each coming renewal, and which share is left after it?
 *
 * Formula: r(t) = (b + t - 1) / (a + b + t - 1) and S(t) = r(1) x ... x r(t); intervals by profile
 * likelihood.
 *
 * @param fit a fit without a reason
 * @param renewals how many renewals from the start, 1-100
 * @returns one row per renewal: retention and survival 0..1, each with its interval
 * Empty: a fit with a reason has no curve; do not call.
 * @throws RangeError when renewals is not a whole number of 1-100
 * @source Fader & Hardie (2007)
 * @example retentionCurve(fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]), 3).map((row) => row.survival.value) // => [0.851, 0.747, 0.67]
 */
export function retentionCurve(fit: Fit, renewals: number): RetentionPoint[] {
  checkWholeBetween(renewals, 1, 100, "renewals");
  return Array.from({ length: renewals }, (_, index) => {
    const renewal = index + 1;
    return {
      renewal,
      retention: projectedFigure(fit, (at) => shiftedBetaGeometricRetention(at, renewal)),
      survival: projectedFigure(fit, (at) => shiftedBetaGeometricSurvival(at, renewal)),
    };
  });
}
