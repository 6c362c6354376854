import type { Estimate } from "../core/result";
import { type BootstrapOptions, checkDraws } from "../statistics/bootstrap";
import { chanceShares, drawnShares, shareMethod } from "./driver-draws";
import { type Drawn, driverFigures, shareEstimate, total, withoutFigure } from "./driver-figures";
import {
  type Compared,
  checkRows,
  comparedGroups,
  comparedItems,
  completeByAccount,
} from "./driver-rows";
import type {
  DriverFigure,
  DriverImportance,
  DriverItem,
  DriverReason,
  DriverRow,
} from "./driver-types";
import { answersPerDriver, isConstant, mostForShapley } from "./importance-shares";
import { addUp, correlationsOf, momentsOf } from "./moments";

const fewestAccounts = 10;

/**
 * Driver importance: what moves loyalty, how surely, and how do customers rate us on it?
 *
 * Formula: share of the outcome's variance per item by Shapley's value with the items' blocks kept
 * together (Owen's value), above 12 items by relative weights; a block has the sum of its items.
 * Interval and ranks from samples of accounts drawn with replacement. A share is never negative, so
 * an item matters where its share is more than drivers of pure chance reach beside it, a random value
 * per account, at a 5 % rate of false findings. Performance: mean answer, accounts as clusters.
 *
 * @param rows one row per answer: its account, the outcome, and an answer or null per item
 * @param options items in the order of the answers, with their blocks; seed and replicates
 * @returns R squared, and per item and per block share, interval, rank, direction and mean answer
 * Empty: noData without complete answers; tooFewAnswers below 10 of them per item or from fewer than
 *   10 accounts; noVariation where the outcome or an item is always the same; mean answers stand.
 * @throws RangeError when a row's answers are not as many as the items or not finite, naming the row
 * @source Groemping (2006), Journal of Statistical Software 17; Owen (1977); Johnson (2000); Tonidandel, LeBreton & Johnson (2009), Psychological Methods 14, on a driver of chance as the yardstick
 * @example driverImportance([{ account: "a", outcome: 9, answers: [5] }], { items: [{ key: "service" }] }).reason // => "tooFewAnswers"
 */
export function driverImportance(
  rows: readonly DriverRow[],
  options: BootstrapOptions & { readonly items: readonly DriverItem[] },
): DriverImportance {
  const { items } = options;
  const draws = checkDraws(options);
  checkRows(rows, items);
  const accounts = completeByAccount(rows);
  const table = accounts.flat();
  const n = table.length;
  const active = items.map((_, j) => j).filter((j) => !isConstant(table, j));
  const reason = whyNot(table, items.length, active.length, accounts.length);
  const basis = { n, accounts: accounts.length, leftOut: rows.length - n };
  const [byItem, byGroup] = [comparedItems(rows, items), comparedGroups(rows, items)];
  if (reason !== null) {
    const none = (list: readonly Compared[]) => list.map((one) => withoutFigure(one, n, reason));
    const explained = { value: null, n, reason } as const;
    return {
      ...basis,
      method: null,
      explained,
      items: none(byItem),
      groups: none(byGroup),
      reason,
    };
  }
  const columns = [...active, items.length];
  const moments = momentsOf(
    accounts.map((own) => own.map((row) => columns.map((j) => row[j] as number))),
  );
  const blocks = active.map((j) => byGroup.findIndex((group) => group.columns.includes(j)));
  const method = shareMethod(blocks);
  const correlations = correlationsOf(addUp(moments), moments.variables);
  const drawn: Drawn = {
    shares: method(correlations),
    draws: drawnShares(moments, method, draws),
    chance: chanceShares(moments, blocks, draws),
    correlations,
    n,
    accounts: accounts.length,
  };
  return {
    ...basis,
    method: active.length > mostForShapley ? "relativeWeights" : "shapley",
    explained: explainedOf(drawn),
    items: figuresOf(byItem, active, drawn),
    groups: figuresOf(byGroup, active, drawn),
    reason: null,
  };
}

function whyNot(
  table: readonly (readonly number[])[],
  outcome: number,
  active: number,
  accounts: number,
): DriverReason | null {
  if (table.length === 0 || outcome === 0) return "noData";
  if (table.length < answersPerDriver * active || accounts < fewestAccounts) return "tooFewAnswers";
  return active === 0 || isConstant(table, outcome) ? "noVariation" : null;
}

function explainedOf(drawn: Drawn): Estimate<never> {
  return shareEstimate(total(drawn.shares), drawn.draws.map(total), drawn);
}

/** Items that never vary are no part of the model and say so. */
function figuresOf(list: readonly Compared[], active: readonly number[], drawn: Drawn) {
  const varying = list.map(({ columns, ...one }) => ({
    ...one,
    columns: columns.flatMap((j) => (active.includes(j) ? [active.indexOf(j)] : [])),
  }));
  const figures = driverFigures(
    varying.filter(({ columns }) => columns.length > 0),
    drawn,
  );
  return list.map(
    (one): DriverFigure =>
      figures.find(({ key }) => key === one.key) ?? withoutFigure(one, drawn.n, "noVariation"),
  );
}
