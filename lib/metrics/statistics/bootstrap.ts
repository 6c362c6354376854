import { checkFinite, checkWholeBetween } from "../core/check";
import { type Estimate, type Interval, interval, noFigure, z95 } from "../core/result";
import { bcaShares, drawShareBelow, jackknifeAcceleration } from "./bca";

export type BootstrapOptions = {
  readonly seed?: number;
  readonly replicates?: number;
  readonly method?: "percentile" | "bca";
};

type Statistic<Row> = (rows: readonly Row[]) => number | null;

/**
 * Bootstrap: how far could a figure fall if other accounts had been drawn?
 *
 * Formula: draw as many rows as there are, with replacement, 1,000 times; the 2.5 % and 97.5 %
 * quantiles of the statistic are the interval. BCa takes other quantiles instead, corrected for the
 * draws' bias z0 (normal quantile of the share of draws below the figure) and for the skewness a of the
 * figures with one row left out: share of (z0 + (z0 + z) / (1 - a (z0 + z))) for z = -1.96 and 1.96.
 *
 * @param rows one row per account, never per order or answer
 * @param statistic what is computed from the rows, which it must not keep; null where it has no figure
 * @param options seed (whole, 1 by default), replicates (whole, 1,000 by default), method: percentile
 *   (default) or bca, which needs a draw per row more and is better for skewed figures
 * @returns the statistic of the rows with its interval; the same seed gives the same interval. Where BCa
 *   is not defined (no spread, the figure at an end of the draws, no figure without one of the rows)
 *   the interval is the percentile one, its method "bootstrapPercentileBcaUndefined"
 * Empty: null with noData without rows or when the statistic is null; no interval of one row, or where
 *   most draws have no figure.
 * @throws RangeError when the seed or the number of replicates is not a whole number in range, or the
 *   statistic is not finite
 * @source Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 14; Efron (1987), JASA 82
 * @example bootstrap([1, 2, 3, 4], (rows) => rows.reduce((a, b) => a + b, 0) / rows.length).value // => 2.5
 */
export function bootstrap<Row>(
  rows: readonly Row[],
  statistic: Statistic<Row>,
  options: BootstrapOptions = {},
): Estimate {
  const { seed, replicates } = checkDraws(options);
  const n = rows.length;
  const value = n === 0 ? null : statistic(rows);
  if (value === null) return noFigure(n, "noData");
  checkFinite(value, "statistic of the rows");
  const draws = n === 1 ? [] : drawn(rows, statistic, seed, replicates);
  if (draws.length <= replicates / 2) return { value, n, interval: null };
  const percentile = () => limits("bootstrapPercentile", value, draws, [0.025, 0.975], n);
  if (options.method !== "bca") return { value, n, interval: percentile() };
  const bias = drawShareBelow(draws, value);
  const acceleration = jackknifeAcceleration(rows, statistic);
  const shares = bcaShares(bias, acceleration, z95);
  if (shares !== null)
    return { value, n, interval: limits("bootstrapBca", value, draws, shares, n) };
  return { value, n, interval: { ...percentile(), method: "bootstrapPercentileBcaUndefined" } };
}

export function checkDraws({ seed = 1, replicates = 1000 }: BootstrapOptions) {
  checkWholeBetween(seed, 0, 4_294_967_295, "seed");
  checkWholeBetween(replicates, 1, 100_000, "replicates");
  return { seed, replicates };
}

/** The statistic of every draw that has one, ascending. */
function drawn<Row>(
  rows: readonly Row[],
  statistic: Statistic<Row>,
  seed: number,
  replicates: number,
): number[] {
  const random = seededRandom(seed);
  const draws: number[] = [];
  const sample = [...rows];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    for (let index = 0; index < sample.length; index += 1)
      sample[index] = rows[Math.floor(random() * rows.length)] as Row;
    const draw = statistic(sample);
    if (draw !== null) draws.push(checkFinite(draw, "statistic of a draw"));
  }
  return draws.sort((a, b) => a - b);
}

function limits(
  method: string,
  value: number,
  draws: readonly number[],
  [from, to]: readonly [number, number],
  n: number,
): Interval {
  const low = Math.min(value, quantile(draws, from));
  const high = Math.max(value, quantile(draws, to));
  return interval(method, low, high, { n });
}

/** Of sorted values, linear between them. */
export function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] as number;
  const above = sorted[Math.ceil(position)] as number;
  return below + (above - below) * (position - Math.floor(position));
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
