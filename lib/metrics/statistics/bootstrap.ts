import { checkWholeBetween } from "../core/check";
import { type Estimate, interval } from "../core/result";

export type BootstrapOptions = { readonly seed?: number; readonly replicates?: number };

/**
 * Bootstrap: how far could a figure fall if other accounts had been drawn?
 *
 * Formula: draw as many rows as there are, with replacement, 1,000 times; the 2.5 % and 97.5 %
 * quantiles of the statistic are the interval.
 *
 * @param rows one row per account, never per order or answer
 * @param statistic what is computed from the rows; null results of a draw are left out
 * @param options seed (whole, 1 by default) and replicates (whole, 1,000 by default)
 * @returns the statistic of the rows with its interval; the same seed gives the same interval
 * Empty: null with noData without rows or when the statistic is null; one row has no interval.
 * @throws RangeError when the seed or the number of replicates is not a whole number in range
 * @source Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 13
 * @example bootstrap([1, 2, 3, 4], (rows) => rows.reduce((a, b) => a + b, 0) / rows.length).value // => 2.5
 */
export function bootstrap<Row>(
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number | null,
  options: BootstrapOptions = {},
): Estimate {
  const { seed = 1, replicates = 1000 } = options;
  checkWholeBetween(seed, 0, 4_294_967_295, "seed");
  checkWholeBetween(replicates, 1, 100_000, "replicates");
  const n = rows.length;
  const value = n === 0 ? null : statistic(rows);
  if (value === null) return { value: null, n, reason: "noData" };
  if (n === 1) return { value, n, interval: null };
  const random = seededRandom(seed);
  const draws: number[] = [];
  const sample = [...rows];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let index = 0; index < n; index += 1)
      sample[index] = rows[Math.floor(random() * n)] as Row;
    const draw = statistic(sample);
    if (draw !== null) draws.push(draw);
  }
  draws.sort((a, b) => a - b);
  const low = Math.min(value, quantile(draws, 0.025));
  const high = Math.max(value, quantile(draws, 0.975));
  return { value, n, interval: interval("bootstrap", low, high, { n }) };
}

/** Mulberry32: small, fast, the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  return below + (above - below) * (position - Math.floor(position));
}
