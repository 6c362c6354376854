import { type ImportanceShares, importanceShares } from "./importance-shares";
import { relativeShares } from "./relative-shares";

/**
 * Relative weights: how much does each of many drivers explain, where trying all orders takes too
 * long?
 *
 * Formula: the drivers are replaced by their closest uncorrelated counterparts; each counterpart's
 * explained variance is handed back to the drivers by their squared loadings on it.
 *
 * @param drivers one row per answer: its drivers, equally many in each row
 * @param outcome one value per answer
 * @returns share of variance per driver, its direction, and R squared 0..1; association, not effect
 * Empty: noData without rows, tooFewAnswers under 10 rows per driver, noVariation where a column is
 *   constant. A driver that follows from others shares with them.
 * @throws RangeError when lengths differ or a value is not finite
 * @source Johnson (2000), Multivariate Behavioral Research 35; criticised by Thomas et al. (2014)
 * @example relativeWeights([[1]], [2]).reason // => "tooFewAnswers"
 * @example relativeWeights([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((x) => [x]), [2, 1, 4, 3, 6, 5, 8, 7, 10, 9]).explained // => 0.8825
 */
export function relativeWeights(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
): ImportanceShares {
  return importanceShares(drivers, outcome, relativeShares);
}
