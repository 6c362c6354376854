import { checkBetween, checkCount, checkNonNegative } from "../core/check";
import { logGamma } from "../numeric/gamma";
import { hypergeometric } from "../numeric/hypergeometric";
import { minimise } from "../numeric/nelder-mead";

/** One customer: repeat order days, time of the last one after the first order, time since the first order. */
export type PurchaseRow = {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
};

export type BgNbdParameters = {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

export type BgNbd =
  | (BgNbdParameters & {
      readonly logLikelihood: number;
      readonly n: number;
      readonly reason: null;
    })
  | { readonly n: number; readonly reason: "noData" | "notIdentified" };

const fewestCustomers = 100;

/**
 * BG/NBD: how often will order customers buy, when each has an own pace and may stop after any order?
 *
 * Formula: orders at a constant own pace, spread over customers as gamma(r, alpha); after each order
 * the customer stops with an own chance, spread as beta(a, b); the four maximise the likelihood.
 *
 * @param rows one row per customer, same-day orders merged, any one unit of time
 * @returns r, alpha, a, b and the log-likelihood; n customers
 * Empty: noData without rows, notIdentified under 100 customers or without any repeat order.
 * @throws RangeError when a count is not whole, a time negative, or recency above age, naming the row
 * @source Fader, Hardie & Lee (2005), Marketing Science 24, Counting Your Customers the Easy Way
 * @example fitBgNbd([{ frequency: 2, recency: 30.43, age: 38.86 }]).reason // => "notIdentified"
 */
export function fitBgNbd(rows: readonly PurchaseRow[]): BgNbd {
  checkPurchaseRows(rows);
  const n = rows.length;
  if (n === 0) return { n, reason: "noData" };
  if (n < fewestCustomers || rows.every(({ frequency }) => frequency === 0))
    return { n, reason: "notIdentified" };
  const parametersAt = (point: readonly number[]): BgNbdParameters => {
    const [r = 1, alpha = 1, a = 1, b = 1] = point.map(Math.exp);
    return { r, alpha, a, b };
  };
  const meanAge = rows.reduce((total, { age }) => total + age, 0) / n;
  const { point, value } = minimise(
    (at) => -bgNbdLogLikelihood(parametersAt(at), rows),
    [0, Math.log(Math.max(meanAge, 1e-9) / 4), 0, 1],
  );
  return { ...parametersAt(point), logLikelihood: -value, n, reason: null };
}

export function checkPurchaseRows(rows: readonly PurchaseRow[]): void {
  rows.forEach(({ frequency, recency, age }, index) => {
    checkCount(frequency, `rows[${index}].frequency`);
    checkNonNegative(age, `rows[${index}].age`);
    checkBetween(recency, 0, age, `rows[${index}].recency`);
  });
}

/**
 * Log-likelihood of the BG/NBD: how well do four parameters explain the orders?
 *
 * Formula: per customer ln of B(a, b + x) / B(a, b) x G(r + x) alpha^r / G(r) / (alpha + T)^(r + x),
 * plus the share that stopped after the last order; G is the gamma function.
 *
 * @param parameters r, alpha, a and b, above 0
 * @param rows as for `fitBgNbd`
 * @returns log-likelihood
 * Empty: 0 without rows.
 * @throws RangeError never for parameters above 0
 * @source Fader, Hardie & Lee (2005)
 * @example bgNbdLogLikelihood({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, [{ frequency: 0, recency: 0, age: 38.86 }]) // => -0.5547
 */
export function bgNbdLogLikelihood(
  parameters: BgNbdParameters,
  rows: readonly PurchaseRow[],
): number {
  const { r, alpha, a, b } = parameters;
  const byFrequency = new Map<number, number>();
  const constant = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
  const shared = (x: number) => {
    const held = byFrequency.get(x);
    if (held !== undefined) return held;
    const value = constant + logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x);
    byFrequency.set(x, value);
    return value;
  };
  let total = 0;
  for (const { frequency: x, recency, age } of rows) {
    const alive = -(r + x) * Math.log(alpha + age);
    if (x === 0) {
      total += shared(x) + alive;
      continue;
    }
    const gone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + recency);
    const larger = Math.max(alive, gone);
    total += shared(x) + larger + Math.log1p(Math.exp(Math.min(alive, gone) - larger));
  }
  return total;
}

/**
 * Expected purchases: how many repeat orders will a new customer, or one known so well, place?
 *
 * Formula: new: (a + b - 1) / (a - 1) x (1 - (alpha / (alpha + t))^r x 2F1(r, b; a + b - 1; t / (alpha +
 * t))); known: the same with the customer's orders and age added in, divided by the odds of having
 * stopped.
 *
 * @param parameters r, alpha, a and b of the fit; a must not be 1
 * @param time length of the coming period, 0 or more, in the unit of the fit
 * @param row the customer's orders so far; left out for a new customer
 * @returns expected number of orders, 0 or more
 * Empty: a fit with a reason has no expectation; do not call.
 * @throws RangeError when the time is negative or the row is bad
 * @source Fader, Hardie & Lee (2005), equations 9 and 10
 * @example expectedPurchases({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 39, { frequency: 2, recency: 30.43, age: 38.86 }) // => 1.226
 */
export function expectedPurchases(
  parameters: BgNbdParameters,
  time: number,
  row?: PurchaseRow,
): number {
  const { r, alpha, a, b } = parameters;
  checkNonNegative(time, "time");
  if (row === undefined) {
    const decay = (alpha / (alpha + time)) ** r;
    const series = hypergeometric(r, b, a + b - 1, time / (alpha + time));
    return ((a + b - 1) / (a - 1)) * (1 - decay * series);
  }
  checkPurchaseRows([row]);
  const { frequency: x, age } = row;
  const decay = ((alpha + age) / (alpha + age + time)) ** (r + x);
  const series = hypergeometric(r + x, b + x, a + b + x - 1, time / (alpha + age + time));
  const expected = ((a + b + x - 1) / (a - 1)) * (1 - decay * series);
  return expected * probabilityAlive(parameters, row);
}

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
 * @throws RangeError when the row is bad
 * @source Fader, Hardie & Lee (2005); Batislam, Denizel & Filiztekin (2007)
 * @example probabilityAlive({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, { frequency: 2, recency: 30.43, age: 38.86 }) // => 0.7266
 */
export function probabilityAlive(parameters: BgNbdParameters, row: PurchaseRow): number {
  const { r, alpha, a, b } = parameters;
  checkPurchaseRows([row]);
  const { frequency: x, recency, age } = row;
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
}
