import { checkPopulation, checkWholeBetween } from "../core/check";
import { type Interval, interval, z95 } from "../core/result";

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
      readonly bounds: { readonly low: number; readonly high: number } | null;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" };

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
  let promoters = 0;
  let detractors = 0;
  scores.forEach((score, index) => {
    const vote = voteOf(score, `scores[${index}]`);
    if (vote > 0) promoters += 1;
    if (vote < 0) detractors += 1;
  });
  if (n === 0) return { value: null, n, reason: "noData" };
  const value = (100 * (promoters - detractors)) / n;
  const variance = varianceOf(promoters / n, detractors / n);
  const silent = population === null ? 0 : population - n;
  return {
    value,
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    variance,
    standardError: 100 * Math.sqrt(variance / n),
    interval: adjustedWald(promoters, detractors, n, population),
    bounds:
      population === null
        ? null
        : {
            low: (100 * (promoters - detractors - silent)) / population,
            high: (100 * (promoters - detractors + silent)) / population,
          },
  };
}

/** +1 promoter (9-10), 0 passive (7-8), -1 detractor (0-6). */
export function voteOf(score: number, name: string): number {
  checkWholeBetween(score, 0, 10, name);
  if (score >= 9) return 1;
  return score >= 7 ? 0 : -1;
}

function varianceOf(promoters: number, detractors: number): number {
  return Math.max(0, promoters + detractors - (promoters - detractors) ** 2);
}

/** Shares and variance with three answers added, and the n they stand for. */
export function adjusted(promoters: number, detractors: number, n: number, unheard = 1) {
  const size = n + 3 * unheard;
  const p = (promoters + 0.75 * unheard) / size;
  const d = (detractors + 0.75 * unheard) / size;
  return { value: p - d, variance: varianceOf(p, d), size };
}

function adjustedWald(
  promoters: number,
  detractors: number,
  n: number,
  population: number | null,
): Interval {
  const unheard = population === null ? 1 : 1 - n / population;
  const { value, variance, size } = adjusted(promoters, detractors, n, unheard);
  const half = z95 * Math.sqrt((variance / size) * unheard);
  const plain = (promoters - detractors) / n;
  const low = Math.max(-1, Math.min(plain, value - half));
  const high = Math.min(1, Math.max(plain, value + half));
  return interval("adjustedWald", 100 * low, 100 * high, { n, population });
}
