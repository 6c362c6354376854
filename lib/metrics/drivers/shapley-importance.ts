import { explainedBySets } from "./explained-sets";
import { type ImportanceShares, importanceShares, mostForShapley } from "./importance-shares";
import { sharePlan, sharesByPlan } from "./share-plan";

/**
 * Shapley importance: how much of the outcome does each driver explain, when drivers move together?
 *
 * Formula: a driver's share is the mean, over all orders in which drivers can be added, of the R
 * squared it adds; the shares sum to the R squared of all. Where drivers form blocks, only orders that
 * keep a block together count, so a block gets what it would get as one driver, however many items
 * it was asked with.
 *
 * @param drivers one row per answer: its drivers, equally many in each row, up to 12
 * @param outcome one value per answer, such as its attitude or NPS
 * @param options blocks: the block of each driver, by default each its own
 * @returns share of variance per driver, its direction, and R squared 0..1; association, not effect
 * Empty: noData without rows, tooFewAnswers under 10 rows per driver, noVariation where a column is
 *   constant. A driver that follows from others shares with them.
 * @throws RangeError when lengths differ, a value is not finite, or there are more than 12 drivers
 * @source Lindeman, Merenda & Gold (1980); Groemping (2006), Journal of Statistical Software 17; Owen (1977)
 * @example shapleyImportance([[1]], [2]).reason // => "tooFewAnswers"
 * @example shapleyImportance([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((x) => [x]), [2, 1, 4, 3, 6, 5, 8, 7, 10, 9]).shares // => [0.8825]
 */
export function shapleyImportance(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
  options: { readonly blocks?: readonly string[] } = {},
): ImportanceShares {
  const width = drivers[0]?.length ?? 0;
  const blocks = options.blocks ?? Array.from({ length: width }, (_, j) => String(j));
  if (width > mostForShapley) throw new RangeError("drivers must be at most 12 for Shapley shares");
  if (blocks.length !== width) throw new RangeError(`blocks must name ${width} drivers`);
  return importanceShares(drivers, outcome, (correlations) =>
    sharesByPlan(
      sharePlan(blocks.map((block) => blocks.indexOf(block))),
      explainedBySets(correlations, width),
    ),
  );
}
