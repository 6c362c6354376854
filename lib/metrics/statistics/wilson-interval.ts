import { checkCount, checkPopulation } from "../core/check";
import { equivalentSampleSize } from "../core/finite-population";
import { type Estimate, interval, noFigure, z95 } from "../core/result";

/**
 * Wilson interval: which shares are compatible with k of n?
 *
 * Formula: centre (p + z²/2n) / (1 + z²/n), half width z / (1 + z²/n) x root of (p(1 - p)/n + z²/4n²),
 * z = 1.96. With a population N the n in it becomes n (N - 1) / (N - n); at n = N it is exact.
 *
 * @param k how many of the n, a whole number
 * @param n how many were asked, a whole number of at least k
 * @param options population: how many there are, where the question is what all would have said
 * @returns share 0..1 with a 95 % interval inside 0..1
 * Empty: null with noData when n is 0.
 * @throws RangeError when k or n is not a whole number, k > n, or the population is smaller than n
 * @source Wilson (1927), JASA 22; Brown, Cai & DasGupta (2001), Statistical Science 16
 * @example wilsonInterval(81, 263).interval.low // => 0.2553
 * @example wilsonInterval(81, 263).interval.high // => 0.3662
 */
export function wilsonInterval(
  k: number,
  n: number,
  options: { readonly population?: number } = {},
): Estimate {
  checkCount(k, "k");
  checkCount(n, "n");
  if (k > n) throw new RangeError(`k ${k} is larger than n ${n}`);
  const population = checkPopulation(options.population, n);
  if (n === 0) return noFigure(n, "noData");
  const value = k / n;
  const isAll = population === n;
  const effectiveN = isAll ? n : equivalentSampleSize(n, population);
  const [low, high] = isAll ? [value, value] : wilsonLimits(value, effectiveN);
  return { value, n, interval: interval("wilson", low, high, { n, effectiveN, population }) };
}

export function wilsonLimits(share: number, n: number, z = z95): [low: number, high: number] {
  const z2 = z * z;
  const centre = share + z2 / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // Rounding must not push a limit past the share it contains.
  const low = Math.min(share, Math.max(0, (centre - half) / scale));
  const high = Math.max(share, Math.min(1, (centre + half) / scale));
  return [low, high];
}
