import { checkPopulation } from "../core/check";
import { type Bounds, boundsOfSilence } from "../core/finite-population";
import { type Interval, noFigure } from "../core/result";
import { scoreInterval, voteOf } from "./votes";

export type NetPromoterScore =
  | {
      readonly value: number;
      readonly n: number;
      readonly promoters: number;
      readonly passives: number;
      readonly detractors: number;
      /** Of one answer, on the scale -1, 0, +1. */
      readonly variance: number;
      /** Of the score, in points. */
      readonly standardError: number;
      readonly interval: Interval;
      /** If everybody silent were a detractor, or a promoter; null without a population. */
      readonly bounds: Bounds | null;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" };

/** Worst and best score there is. */
export const NPS_SCALE: Bounds = { low: -100, high: 100 };

/**
 * Net promoter score (NPS): how many more would recommend us than advise against us?
 *
 * Formula: 100 x (share of 9-10 minus share of 0-6). Interval: adjusted Wald, three answers added,
 * of them 3/4 promoters and 3/4 detractors. With a population the added answers and the variance
 * shrink by the share that is silent.
 *
 * @param scores answers 0..10, whole; one person each
 * @param options population: how many were there to ask
 * @returns -100..100 with counts, variance, standard error, interval and best and worst bounds
 * Empty: null with noData; an empty group has no NPS, not zero.
 * @throws RangeError when a score is off the scale, naming its row, or the population smaller than n
 * @source Reichheld (2003), Harvard Business Review 81(12); Rocks (2016), The American Statistician 70
 * @example netPromoterScore([10, 2, 7, 8, 6]).value // => -20
 * @example netPromoterScore([...Array(70).fill(9), ...Array(20).fill(7), ...Array(10).fill(0)]).interval.low // => 45.27
 */
export function netPromoterScore(
  scores: readonly number[],
  options: { readonly population?: number } = {},
): NetPromoterScore {
  const n = scores.length;
  const population = checkPopulation(options.population, n);
  const votes = scores.map((score, index) => voteOf(score, () => `scores[${index}]`));
  if (n === 0) return noFigure(n, "noData");
  const promoters = votes.filter((vote) => vote > 0).length;
  const detractors = votes.filter((vote) => vote < 0).length;
  const value = (100 * (promoters - detractors)) / n;
  const variance = (promoters + detractors) / n - ((promoters - detractors) / n) ** 2;
  return {
    value,
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    variance,
    standardError: 100 * Math.sqrt(variance / n),
    interval: scoreInterval(
      value,
      votes.map((vote) => ({ vote, weight: 1 })),
      population,
    ),
    bounds: population === null ? null : boundsOfSilence(value, n / population, NPS_SCALE),
  };
}
