import { checkNonNegative } from "../core/check";
import { checkParameters } from "./parameters";
import { chanceStopped, type ParetoNbdParameters } from "./pareto-nbd";
import { checkPurchaseRow, type PurchaseRow } from "./purchase-rows";

/**
 * Expected purchases by Pareto/NBD: how many repeat orders will a new customer, or one known so well,
 * place?
 *
 * Formula: new: r beta / (alpha (s - 1)) x (1 - (beta / (beta + t))^(s - 1)); known: the same with the
 * customer's orders added to r and its age to alpha and beta, times its probability of being alive.
 *
 * @param parameters r, alpha, s and beta of the fit
 * @param time length of the coming period, 0 or more, in the unit of the fit
 * @param row the customer's orders so far; left out for a new customer
 * @returns expected number of repeat orders, 0 or more
 * Empty: a fit with a reason has no expectation; do not call.
 * @throws RangeError when a parameter is not above 0, the time is negative or the row is bad
 * @source Schmittlein, Morrison & Colombo (1987); Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model
 * @example paretoNbdExpectedPurchases({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, 39) // => 1.213
 * @example paretoNbdExpectedPurchases({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, 39, { frequency: 2, recency: 30.43, age: 38.86 }) // => 1.455
 */
export function paretoNbdExpectedPurchases(
  parameters: ParetoNbdParameters,
  time: number,
  row?: PurchaseRow,
): number {
  const { r, alpha, s, beta } = parameters;
  checkParameters({ r, alpha, s, beta }, "parameters");
  checkNonNegative(time, "time");
  if (row === undefined) return (r / alpha) * timeAlive(s, beta, time);
  checkPurchaseRow(row, "row");
  const pace = (r + row.frequency) / (alpha + row.age);
  return pace * timeAlive(s, beta + row.age, time) * (1 - chanceStopped(parameters, row));
}

/**
 * Probability alive by Pareto/NBD: how likely has a customer not stopped, if the model's random timing
 * held?
 *
 * Formula: the likelihood of the orders if the customer is there still / the same plus that of stopping
 * at any moment since the last order.
 *
 * @param parameters r, alpha, s and beta of the fit
 * @param row the customer's orders so far
 * @returns 0..1; for sums over many customers only, never shown for one account
 * Empty: a fit with a reason has no probability; do not call.
 * @throws RangeError when a parameter is not above 0 or the row is bad
 * @source Schmittlein, Morrison & Colombo (1987); Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model
 * @example paretoNbdProbabilityAlive({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, { frequency: 2, recency: 30.43, age: 38.86 }) // => 0.8692
 */
export function paretoNbdProbabilityAlive(
  parameters: ParetoNbdParameters,
  row: PurchaseRow,
): number {
  const { r, alpha, s, beta } = parameters;
  checkParameters({ r, alpha, s, beta }, "parameters");
  checkPurchaseRow(row, "row");
  return 1 - chanceStopped(parameters, row);
}

/** Expected time before stopping within a period; at s = 1 it is a logarithm. */
function timeAlive(s: number, beta: number, time: number): number {
  const span = Math.log1p(time / beta);
  const bend = (1 - s) * span;
  return beta * span * (bend === 0 ? 1 : Math.expm1(bend) / bend);
}
