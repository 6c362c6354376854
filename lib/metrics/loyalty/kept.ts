import { checkFinite, checkNonNegative } from "../core/check";
import type { Kept } from "./assessment-types";
import { defaultLoyaltySettings } from "./settings";

export type KeptInput = {
  readonly runningMinor: number;
  readonly baseMinor: number | null;
  /** Sum of squared day purchases in the running window and in the base window; 0 without orders. */
  readonly runningSquareSum?: number;
  readonly baseSquareSum?: number;
};

/**
 * Kept: how much of last year's revenue is still there, as far as the orders prove it?
 *
 * Formula: K = running revenue / base; SE = square root of (sum of squared day purchases / revenue
 * squared, for both windows added); proven K = exp(ln K moved towards 0 by SE, not beyond 0), and
 * K = 0 stays 0. Points, linear between: 0 gives 0, .80 gives .50, 1.00 gives .75, 1.20 gives 1.
 *
 * @param input running revenue and base in minor units, and the sums of squares of their order days
 * @param settings when a change is called too lumpy to say, and how wide "steady" is
 * @returns K, SE, proven K, points 0..1, and a note where a visible change is not proven
 * Empty: all null when the base is 0, negative or not known.
 * @throws RangeError when an amount is not finite or a sum of squares negative
 * @source Kish, Survey Sampling (1965), effective sample size; Holdfast's own construct
 * @example keptRevenue({ runningMinor: 700, baseMinor: 1000 }).score // => 0.4375
 * @example keptRevenue({ runningMinor: 400, baseMinor: 1200, runningSquareSum: 80000, baseSquareSum: 1440000 }).note // => "tooLumpyToSay"
 */
export function keptRevenue(
  input: KeptInput,
  settings: {
    lumpyStandardError: number;
    steadyBand: number;
    keptLine: number;
  } = defaultLoyaltySettings,
): Kept {
  const running = Math.max(0, checkFinite(input.runningMinor, "runningMinor"));
  const runningSquares = checkNonNegative(input.runningSquareSum ?? 0, "runningSquareSum");
  const baseSquares = checkNonNegative(input.baseSquareSum ?? 0, "baseSquareSum");
  const base = input.baseMinor === null ? 0 : checkFinite(input.baseMinor, "baseMinor");
  if (base <= 0)
    return { ratio: null, standardError: null, provenRatio: null, score: null, note: null };
  const ratio = running / base;
  if (ratio === 0) return { ratio, standardError: null, provenRatio: 0, score: 0, note: null };
  const standardError = Math.sqrt(
    runningSquares / (running * running) + baseSquares / (base * base),
  );
  const proven = provenRatio(ratio, standardError);
  const looksChanged = Math.abs(ratio - 1) > settings.steadyBand + 1e-9;
  const isLumpy = standardError >= settings.lumpyStandardError;
  return {
    ratio,
    standardError,
    provenRatio: proven,
    score: keptScore(proven, settings.keptLine),
    note: looksChanged && proven === 1 ? (isLumpy ? "tooLumpyToSay" : "noRealChange") : null,
  };
}

/** ln K moved towards 0 by one standard error, not beyond: K x e^SE up to 1, or K / e^SE down to 1. */
function provenRatio(ratio: number, standardError: number): number {
  if (ratio < 1) return Math.min(1, ratio * Math.exp(standardError));
  return Math.max(1, ratio * Math.exp(-standardError));
}

/** 0 gives 0, the line .50, 1.00 gives .75, 1.20 gives 1, linear between. */
function keptScore(ratio: number, line: number): number {
  if (ratio <= line) return (ratio / line) * 0.5;
  if (ratio <= 1) return 0.5 + (0.25 * (ratio - line)) / (1 - line);
  return Math.min(1, 0.75 + 1.25 * (ratio - 1));
}
