import { checkNonNegative } from "../core/check";
import { logGamma } from "../numeric/gamma";
import { hypergeometric } from "../numeric/hypergeometric";
import { minimise } from "../numeric/nelder-mead";
import { checkPurchaseRows, type PurchaseRow } from "./bg-nbd";

export type ParetoNbdParameters = {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
};

export type ParetoNbd =
  | (ParetoNbdParameters & {
      readonly logLikelihood: number;
      readonly n: number;
      readonly reason: null;
    })
  | { readonly n: number; readonly reason: "noData" | "notIdentified" };

const fewestCustomers = 100;

/**
 * Pareto/NBD: how often will order customers buy, when each may stop at any moment and not only after
 * an order?
 *
 * Formula: orders at a constant own pace, spread over customers as gamma(r, alpha); an own constant
 * chance of stopping at any moment, spread as gamma(s, beta); the four maximise the likelihood.
 *
 * @param rows one row per customer, same-day orders merged, any one unit of time
 * @returns r, alpha, s, beta and the log-likelihood; n customers
 * Empty: noData without rows, notIdentified under 100 customers or without any repeat order.
 * @throws RangeError when a count is not whole, a time negative, or recency above age, naming the row
 * @source Schmittlein, Morrison & Colombo (1987), Management Science 33; Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model
 * @example fitParetoNbd([{ frequency: 2, recency: 30.43, age: 38.86 }]).reason // => "notIdentified"
 */
export function fitParetoNbd(rows: readonly PurchaseRow[]): ParetoNbd {
  checkPurchaseRows(rows);
  const n = rows.length;
  if (n === 0) return { n, reason: "noData" };
  if (n < fewestCustomers || rows.every(({ frequency }) => frequency === 0))
    return { n, reason: "notIdentified" };
  const parametersAt = (point: readonly number[]): ParetoNbdParameters => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = point.map(Math.exp);
    return { r, alpha, s, beta };
  };
  const groups = groupAlike(rows);
  const start = Math.log(Math.max(rows.reduce((total, { age }) => total + age, 0) / n, 1e-9) / 3);
  const { point, value } = minimise(
    (at) => -groupedLogLikelihood(parametersAt(at), groups),
    [0, start, 0, start],
  );
  return { ...parametersAt(point), logLikelihood: -value, n, reason: null };
}

/**
 * Expected purchases by Pareto/NBD: how many repeat orders will a new customer place?
 *
 * Formula: r beta / (alpha (s - 1)) x (1 - (beta / (beta + t))^(s - 1)).
 *
 * @param parameters r, alpha, s and beta of the fit; s must not be 1
 * @param time length of the period since the first order, 0 or more, in the unit of the fit
 * @returns expected number of repeat orders, 0 or more
 * Empty: a fit with a reason has no expectation; do not call.
 * @throws RangeError when the time is negative
 * @source Schmittlein, Morrison & Colombo (1987)
 * @example paretoNbdExpectedPurchases({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, 0) // => 0
 */
export function paretoNbdExpectedPurchases(parameters: ParetoNbdParameters, time: number): number {
  const { r, alpha, s, beta } = parameters;
  checkNonNegative(time, "time");
  return ((r * beta) / (alpha * (s - 1))) * (1 - (beta / (beta + time)) ** (s - 1));
}

type Group = PurchaseRow & { readonly weight: number };

function groupAlike(rows: readonly PurchaseRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = `${row.frequency} ${row.recency} ${row.age}`;
    groups.set(key, { ...row, weight: (groups.get(key)?.weight ?? 0) + 1 });
  }
  return [...groups.values()];
}

function groupedLogLikelihood(parameters: ParetoNbdParameters, groups: readonly Group[]): number {
  let total = 0;
  for (const group of groups) total += group.weight * logLikelihoodOf(parameters, group);
  return total;
}

function logLikelihoodOf(
  { r, alpha, s, beta }: ParetoNbdParameters,
  { frequency: x, recency, age }: PurchaseRow,
): number {
  const sum = r + s + x;
  const [larger, b] = alpha >= beta ? [alpha, s + 1] : [beta, r + x];
  const gap = Math.abs(alpha - beta);
  const term = (time: number) =>
    Math.log(hypergeometric(sum, b, sum + 1, gap / (larger + time))) -
    sum * Math.log(larger + time);
  const [atLast, atAge] = [term(recency), term(age)];
  // The integral over the moment of stopping: nothing when the last order is today.
  const stopped =
    atLast > atAge
      ? Math.log(s / sum) + atLast + Math.log1p(-Math.exp(atAge - atLast))
      : Number.NEGATIVE_INFINITY;
  const alive = -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  const top = Math.max(stopped, alive);
  const shared = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta);
  return shared + top + Math.log(Math.exp(stopped - top) + Math.exp(alive - top));
}
