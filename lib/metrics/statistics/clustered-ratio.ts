import { checkFinite, checkNonNegative, checkPopulation } from "../core/check";
import { silentShare } from "../core/finite-population";
import { sumOf, sumOfPairs } from "../core/order-statistics";
import { type Estimate, interval, noFigure, z95 } from "../core/result";
import { kishSize } from "./effective-sample-size";

export type RatioRow = { readonly y: number; readonly x: number };

/**
 * Clustered ratio: what is a share or a rate when each account brings its own weight?
 *
 * Formula: R = sum of y / sum of x, one row per account; u = y - R x;
 * variance = A / (A - 1) x sum of u squared / (sum of x) squared; 95 % interval R +/- 1.96 SE.
 * With a population the standard error is multiplied by the root of 1 - A / population.
 *
 * @param rows one row per account (the sampling unit): y what is counted, x the weight, at least 0
 * @param options population: how many accounts there are, where the question is what all would have said
 * @returns R in the unit of y / x, n accounts, interval (null for one account), effective n by Kish
 * Empty: null with noData without rows, zeroDenominator when the weights add up to 0.
 * @throws RangeError when y is not finite, x negative or not finite, or the population smaller than n
 * @source Cochran, Sampling Techniques (1977), section 6.3; Kish, Survey Sampling (1965)
 * @example clusteredRatio([{ y: 1, x: 1 }, { y: 0, x: 1 }, { y: 1, x: 2 }]).value // => 0.5
 */
export function clusteredRatio(
  rows: readonly RatioRow[],
  options: { readonly population?: number } = {},
): Estimate<"noData" | "zeroDenominator"> {
  const n = rows.length;
  const population = checkPopulation(options.population, n);
  checkRatioRows(rows);
  return ratioOf(rows, weightsOf(rows), population);
}

export type Weights = { readonly total: number; readonly effectiveN: number };

export function weightsOf(rows: readonly RatioRow[]): Weights {
  const total = sumOf(rows, ({ x }) => x);
  return { total, effectiveN: total === 0 ? 0 : kishSize(rows, ({ x }) => x, total) };
}

/** The ratio of good rows whose weights are known: many ask of the same accounts. */
export function ratioOf(
  rows: readonly RatioRow[],
  { total: weight, effectiveN }: Weights,
  population: number | null = null,
): Estimate<"noData" | "zeroDenominator"> {
  const n = rows.length;
  if (n === 0) return noFigure(n, "noData");
  if (weight === 0) return noFigure(n, "zeroDenominator");
  const value = sumOf(rows, ({ y }) => y) / weight;
  const squares = sumOf(rows, ({ y, x }) => {
    const score = (y - value * x) / weight;
    return score * score;
  });
  return ratioWithin(value, squares, { n, effectiveN, population });
}

/** @param squares of what each row moves the ratio by, added up */
function ratioWithin(
  value: number,
  squares: number,
  basis: { n: number; effectiveN: number; population: number | null },
): Estimate<never> {
  const { n, population } = basis;
  if (n === 1 && population !== 1) return { value, n, interval: null };
  const half = z95 * errorOfSum(squares, n) * Math.sqrt(silentShare(n, population));
  return { value, n, interval: interval("ratio", value - half, value + half, basis) };
}

/**
 * Rows as pairs of numbers, y before x, in pieces of which one follows the other: a hundred thousand rows of each of
 * sixteen closes fit the memory that two of them take as objects.
 */
export type PackedRatios = readonly Float64Array[];

/**
 * Packed ratio: what is a share or a rate of accounts that lie in pairs of numbers?
 *
 * Formula: that of `clusteredRatio`.
 *
 * @param pieces y and x of each account in turn, in as many pieces as there are
 * @returns as `clusteredRatio`, to the last digit
 * Empty: null with noData without pairs, zeroDenominator when the weights add up to 0.
 * @throws RangeError when y is not finite or x negative or not finite, naming the row
 * @source Cochran, Sampling Techniques (1977), section 6.3; Kish, Survey Sampling (1965)
 * @example packedRatio([Float64Array.of(1, 1, 0, 1), Float64Array.of(1, 2)]).value // => 0.5
 */
export function packedRatio(pieces: PackedRatios): Estimate<"noData" | "zeroDenominator"> {
  const n = pieces.reduce((rows, piece) => rows + piece.length / 2, 0);
  if (n === 0) return noFigure(n, "noData");
  checkPacked(pieces);
  const weight = sumOfPairs(pieces, (_, x) => x);
  if (weight === 0) return noFigure(n, "zeroDenominator");
  const value = sumOfPairs(pieces, (y) => y) / weight;
  const squares = sumOfPairs(pieces, (y, x) => {
    const score = (y - value * x) / weight;
    return score * score;
  });
  const effectiveN = 1 / sumOfPairs(pieces, (_, x) => (x / weight) ** 2);
  return ratioWithin(value, squares, { n, effectiveN, population: null });
}

export function checkPacked(pieces: PackedRatios): void {
  let row = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += 2) {
      const name = row;
      checkRatioRow({ y: piece[at] as number, x: piece[at + 1] as number }, () => `rows[${name}]`);
      row += 1;
    }
}

export function checkRatioRows(rows: readonly RatioRow[]): void {
  rows.forEach((row, index) => {
    checkRatioRow(row, () => `rows[${index}]`);
  });
}

export function checkRatioRow({ y, x }: RatioRow, name: () => string): void {
  checkFinite(y, () => `${name()}.y`);
  checkNonNegative(x, () => `${name()}.x`);
}

/** Standard error of a sum of scores, one per account. */
export function clusterError(scores: readonly number[]): number {
  return errorOfSum(
    sumOf(scores, (score) => score * score),
    scores.length,
  );
}

/** The same from their squares, added up. */
export function errorOfSum(squares: number, accounts: number): number {
  return accounts < 2 ? 0 : Math.sqrt((accounts / (accounts - 1)) * squares);
}
