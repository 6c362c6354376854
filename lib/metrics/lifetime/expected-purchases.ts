import { checkNonNegative } from "../core/check";
import { hypergeometric } from "../numeric/hypergeometric";
import type { BgNbdParameters } from "./bg-nbd";
import { checkParameters } from "./parameters";
import { chanceAlive } from "./probability-alive";
import { checkPurchaseRow, type PurchaseRow } from "./purchase-rows";

/**
 * Expected purchases: how many repeat orders will a new customer, or one known so well, place?
 *
 * Formula: new: (a + b - 1) / (a - 1) x (1 - (alpha / (alpha + t))^r x 2F1(r, b; a + b - 1; t / (alpha +
 * t))); known: the same with the customer's orders added to r and b and its age to alpha, times its
 * probability of being alive.
 *
 * @param parameters r, alpha, a and b of the fit
 * @param time length of the coming period, 0 or more, in the unit of the fit
 * @param row the customer's orders so far; left out for a new customer
 * @returns expected number of orders, 0 or more
 * Empty: a fit with a reason has no expectation; do not call.
 * @throws RangeError when a parameter is not above 0, the time is negative or the row is bad
 * @source Fader, Hardie & Lee (2005), equations 9 and 10
 * @example expectedPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 39, { frequency: 2, recency: 30.43, age: 38.86 }) // => 1.226
 */
export function expectedPurchases(
  parameters: BgNbdParameters,
  time: number,
  row?: PurchaseRow,
): number {
  const { r, alpha, a, b } = parameters;
  checkParameters({ r, alpha, a, b }, "parameters");
  checkNonNegative(time, "time");
  if (row === undefined) return whileAlive(parameters, time);
  checkPurchaseRow(row, "row");
  return knownPurchases(parameters, time, row);
}

/** The same without the checks, for sums over many customers whose rows were checked before. */
export function knownPurchases(
  parameters: BgNbdParameters,
  time: number,
  row: PurchaseRow,
): number {
  return whileAlive(afterOrders(parameters, row), time) * chanceAlive(parameters, row);
}

/** The same at several times; the chance of being alive is that of today at each of them. */
export function knownPurchasesAt(
  parameters: BgNbdParameters,
  times: readonly number[],
  row: PurchaseRow,
): number[] {
  const chance = chanceAlive(parameters, row);
  const updated = afterOrders(parameters, row);
  return times.map((time) => whileAlive(updated, time) * chance);
}

/** What the model says of somebody, its orders taken in. */
function afterOrders({ r, alpha, a, b }: BgNbdParameters, { frequency, age }: PurchaseRow) {
  return { r: r + frequency, alpha: alpha + age, a, b: b + frequency };
}

/** Terms beyond which the sum is left to the closed form. */
const mostTerms = 1000;
const huge = 1e200;

/**
 * Orders of somebody not yet gone: over the number of orders k there would be if nobody stopped, the
 * chance of k x the orders placed before stopping. All terms are above 0, for any a and b. Over a very
 * long time there are too many; there the closed form, which is undefined at a = 1 and at a small a + b,
 * loses nothing.
 */
function whileAlive({ r, alpha, a, b }: BgNbdParameters, time: number): number {
  const share = time / (alpha + time);
  const rest = alpha / (alpha + time);
  const typical = (r * time) / alpha;
  const c = a + b - 1;
  if (typical + 40 / rest > mostTerms && Math.abs(a - 1) > 1e-3 && c > 0.1) {
    const decay = rest ** (a - 1) * hypergeometric(c - r, a - 1, c, share);
    return (c / (a - 1)) * (1 - decay);
  }
  let chance = 1;
  let stays = 1;
  let placed = 0;
  let weighted = 0;
  let chances = 1;
  for (let k = 1; ; k += 1) {
    chance *= ((r + k - 1) / k) * share;
    placed += stays;
    stays *= (b + k - 1) / (a + b + k - 1);
    weighted += chance * placed;
    chances += chance;
    if (k > typical && chance * placed <= weighted * 1e-17) return weighted / chances;
    if (chances < huge) continue;
    chance /= huge;
    weighted /= huge;
    chances /= huge;
  }
}
