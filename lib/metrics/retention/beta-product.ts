import { betaQuantile } from "../numeric/beta";

type Step = { readonly atRisk: number; readonly events: number };

/**
 * Limits of a survival curve by products of beta variables, the product taken as one beta of its mean and
 * variance. Where everybody has left, or nobody, Greenwood sees no doubt at all; these do, and without
 * censoring they are Clopper and Pearson's.
 *
 * @param steps those up to the time, each with ends
 * @param followed how many were followed to the time or longer
 */
export function betaProductLimits(
  steps: readonly Step[],
  followed: number,
): readonly [low: number, high: number] {
  let [mean, square] = [1, 1];
  const times = (a: number, b: number) => {
    mean *= a / (a + b);
    square *= ((a / (a + b)) * (a + 1)) / (a + b + 1);
  };
  for (const { atRisk, events } of steps) times(atRisk - events + 1, events);
  const high = steps.length === 0 ? 1 : quantileOf(mean, square, 0.975);
  if (followed === 0) return [0, high];
  times(followed, 1);
  return [quantileOf(mean, square, 0.025), high];
}

/** Of the beta variable with this mean and mean square. */
function quantileOf(mean: number, square: number, share: number): number {
  const size = (mean - square) / (square - mean * mean);
  return betaQuantile(mean * size, (1 - mean) * size, share);
}
