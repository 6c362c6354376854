import { checkBetween } from "../core/check";
import { sum } from "../core/order-statistics";
import { type Estimate, noFigure } from "../core/result";
import { meanInterval } from "../statistics/mean-interval";

export type PredictedRow = {
  /** Predicted chance of being retained, 0..1. */
  readonly probability: number;
  readonly isRetained: boolean;
};

export type BrierScore = Estimate & {
  /** The score of somebody who knows nothing but how many are retained. */
  readonly reference: number | null;
  /** By how much the prediction is better: 1 perfect, 0 no better, negative worse; null without losses. */
  readonly skill: number | null;
};

/**
 * Brier score: how far are predicted chances from what then happened?
 *
 * Formula: mean of (predicted chance minus 1 where retained, 0 where lost) squared. Reference: retained
 * share x lost share, the score of predicting that share for everybody; skill = 1 minus score /
 * reference. Interval: Student's t on the squares.
 *
 * @param rows one row per account: predicted chance 0..1 and whether it was retained
 * @returns 0 is perfect, .25 a coin; reference and skill; n accounts
 * Empty: null with noData without rows; skill is null where all or none were retained.
 * @throws RangeError when a chance is not 0..1, naming the row
 * @source Brier (1950), Monthly Weather Review 78; Murphy (1973), Journal of Applied Meteorology 12
 * @example brierScore([{ probability: 0.9, isRetained: true }, { probability: 0.8, isRetained: true }, { probability: 0.3, isRetained: false }, { probability: 0.1, isRetained: false }]).value // => 0.0375
 */
export function brierScore(rows: readonly PredictedRow[]): BrierScore {
  rows.forEach(({ probability }, index) => {
    checkBetween(probability, 0, 1, `rows[${index}].probability`);
  });
  const n = rows.length;
  if (n === 0) return { ...noFigure(n, "noData"), reference: null, skill: null };
  const share = rows.filter(({ isRetained }) => isRetained).length / n;
  return brierAgainst(rows, share * (1 - share));
}

export function brierAgainst(rows: readonly PredictedRow[], reference: number): BrierScore {
  const squares = rows.map(
    ({ probability, isRetained }) => (probability - (isRetained ? 1 : 0)) ** 2,
  );
  const score = sum(squares) / rows.length;
  const { interval } = { interval: null, ...meanInterval(squares) };
  const inside = interval === null ? null : { ...interval, low: Math.max(0, interval.low) };
  const skill = reference > 0 ? 1 - score / reference : null;
  return { value: score, n: rows.length, interval: inside, reference, skill };
}
