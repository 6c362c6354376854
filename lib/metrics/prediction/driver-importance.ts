import { checkFinite } from "../core/check";
import { correlationMatrix, symmetricEigen } from "../numeric/correlation";
import { solve } from "../numeric/solve";

export type DriverImportance =
  | {
      /** Share of the outcome's variance each driver accounts for; they add up to `explained`. */
      readonly shares: readonly number[];
      /** Correlation of each driver with the outcome: its direction. */
      readonly directions: readonly number[];
      /** R squared of all drivers together, 0..1. */
      readonly explained: number;
      readonly n: number;
      readonly reason: null;
    }
  | { readonly n: number; readonly reason: "noData" | "tooFewAnswers" | "noVariation" };

const answersPerDriver = 10;
const mostForShapley = 12;

/**
 * Shapley importance: how much of the outcome does each driver explain, when drivers move together?
 *
 * Formula: a driver's share is the mean, over all orders in which drivers can be added, of the R
 * squared it adds; the shares sum to the R squared of all.
 *
 * @param drivers one row per account: its drivers, equally many in each row, up to 12
 * @param outcome one value per account, such as its attitude or NPS
 * @returns share of variance per driver, its direction, and R squared 0..1; association, not effect
 * Empty: noData without rows, tooFewAnswers under 10 rows per driver, noVariation where a column is
 *   constant or follows from the others.
 * @throws RangeError when lengths differ, a value is not finite, or there are more than 12 drivers
 * @source Lindeman, Merenda & Gold (1980); Groemping (2006), Journal of Statistical Software 17
 * @example shapleyImportance([[1]], [2]).reason // => "tooFewAnswers"
 */
export function shapleyImportance(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
): DriverImportance {
  const width = drivers[0]?.length ?? 0;
  if (width > mostForShapley) throw new RangeError("drivers must be at most 12 for Shapley shares");
  const prepared = prepare(drivers, outcome);
  if (prepared.reason !== null) return prepared;
  const { between, toOutcome, n } = prepared;
  const explainedBy = new Array<number>(1 << width).fill(0);
  for (let set = 1; set < 1 << width; set += 1) {
    const r2 = rSquared(between, toOutcome, set);
    if (r2 === null) return { n, reason: "noVariation" };
    explainedBy[set] = r2;
  }
  const weights = orderWeights(width);
  const shares = toOutcome.map((_, driver) => {
    let share = 0;
    for (let set = 0; set < 1 << width; set += 1) {
      if (set & (1 << driver)) continue;
      const gain = (explainedBy[set | (1 << driver)] as number) - (explainedBy[set] as number);
      share += (weights[bitCount(set)] as number) * gain;
    }
    return share;
  });
  const explained = explainedBy.at(-1) as number;
  return { shares, directions: toOutcome, explained, n, reason: null };
}

/**
 * Relative weights: how much does each of many drivers explain, where trying all orders takes too
 * long?
 *
 * Formula: the drivers are replaced by their closest uncorrelated counterparts; each counterpart's
 * explained variance is handed back to the drivers by their squared loadings on it.
 *
 * @param drivers one row per account: its drivers, equally many in each row
 * @param outcome one value per account
 * @returns share of variance per driver, its direction, and R squared 0..1; association, not effect
 * Empty: noData without rows, tooFewAnswers under 10 rows per driver, noVariation where a column is
 *   constant or follows from the others.
 * @throws RangeError when lengths differ or a value is not finite
 * @source Johnson (2000), Multivariate Behavioral Research 35; criticised by Thomas et al. (2014)
 * @example relativeWeights([[1]], [2]).reason // => "tooFewAnswers"
 */
export function relativeWeights(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
): DriverImportance {
  const prepared = prepare(drivers, outcome);
  if (prepared.reason !== null) return prepared;
  const { between, toOutcome, n } = prepared;
  const { values, vectors } = symmetricEigen(between);
  if (Math.min(...values) < 1e-10) return { n, reason: "noVariation" };
  const loadings = between.map((_, i) =>
    between.map((__, j) =>
      values.reduce(
        (total, value, k) =>
          total + (vectors[i]?.[k] as number) * Math.sqrt(value) * (vectors[j]?.[k] as number),
        0,
      ),
    ),
  );
  const slopes = solve(loadings, toOutcome);
  if (slopes === null) return { n, reason: "noVariation" };
  const shares = loadings.map((row) =>
    row.reduce((total, loading, k) => total + loading ** 2 * (slopes[k] as number) ** 2, 0),
  );
  const explained = slopes.reduce((total, slope) => total + slope ** 2, 0);
  return { shares, directions: toOutcome, explained, n, reason: null };
}

function prepare(drivers: readonly (readonly number[])[], outcome: readonly number[]) {
  const n = drivers.length;
  const width = drivers[0]?.length ?? 0;
  if (outcome.length !== n) throw new RangeError("drivers and outcome must be of equal length");
  drivers.forEach((row, index) => {
    if (row.length !== width) throw new RangeError(`drivers[${index}] must have ${width} values`);
    row.forEach((value, j) => {
      checkFinite(value, `drivers[${index}][${j}]`);
    });
    checkFinite(outcome[index] as number, `outcome[${index}]`);
  });
  if (n === 0 || width === 0) return { n, reason: "noData" as const };
  if (n < answersPerDriver * width) return { n, reason: "tooFewAnswers" as const };
  const all = correlationMatrix(drivers.map((row, i) => [...row, outcome[i] as number]));
  if (all === null) return { n, reason: "noVariation" as const };
  const between = all.slice(0, width).map((row) => row.slice(0, width));
  const toOutcome = all.slice(0, width).map((row) => row[width] as number);
  return { n, between, toOutcome, reason: null };
}

function rSquared(
  between: readonly (readonly number[])[],
  toOutcome: readonly number[],
  set: number,
): number | null {
  const members = toOutcome.map((_, i) => i).filter((i) => set & (1 << i));
  const right = members.map((i) => toOutcome[i] as number);
  const slopes = solve(
    members.map((i) => members.map((j) => between[i]?.[j] as number)),
    right,
  );
  if (slopes === null) return null;
  return slopes.reduce((total, slope, i) => total + slope * (right[i] as number), 0);
}

/** Chance that, in a random order, exactly the drivers of a set of this size come before one. */
function orderWeights(width: number): number[] {
  const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));
  return Array.from(
    { length: width },
    (_, size) => (factorial(size) * factorial(width - size - 1)) / factorial(width),
  );
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
