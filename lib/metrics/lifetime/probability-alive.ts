import type { BgNbdParameters } from "./bg-nbd";
import { checkParameters } from "./parameters";
import { checkPurchaseRow, type PurchaseRow } from "./purchase-rows";

/**
 * Probability alive: how likely has a customer not stopped, if the model's random timing held?
 *
 * Formula: 1 / (1 + a / (b + x - 1) x ((alpha + T) / (alpha + last))^(r + x)); 1 without a repeat order.
 *
 * @param parameters r, alpha, a and b of the fit
 * @param row the customer's orders so far
 * @returns 0..1; for sums over many customers only, never shown for one account, whose own rhythm
 *   says more
 * Empty: a fit with a reason has no probability; do not call.
 * @throws RangeError when a parameter is not above 0 or the row is bad
 * @source Fader, Hardie & Lee (2005); Batislam, Denizel & Filiztekin (2007)
 * @example probabilityAlive({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { frequency: 2, recency: 30.43, age: 38.86 }) // => 0.7266
 */
export function probabilityAlive(parameters: BgNbdParameters, row: PurchaseRow): number {
  const { r, alpha, a, b } = parameters;
  checkParameters({ r, alpha, a, b }, "parameters");
  checkPurchaseRow(row, "row");
  return chanceAlive(parameters, row);
}

/** The same without the checks, for sums over many customers whose rows were checked before. */
export function chanceAlive(
  { r, alpha, a, b }: BgNbdParameters,
  { frequency: x, recency, age }: PurchaseRow,
): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
}
