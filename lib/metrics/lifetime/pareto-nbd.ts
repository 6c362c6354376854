import { digamma, logGammaRatio } from "../numeric/gamma";
import { gaussLegendre } from "../numeric/gauss-legendre";
import type { Evaluation } from "../numeric/minimise";
import { type Fitted, fewestCustomers, maximiseLikelihood, type Unfitted, unfitted } from "./fit";
import { checkParameters } from "./parameters";
import {
  checkPurchaseRows,
  groupPurchases,
  type PurchaseGroup,
  type PurchaseRow,
  paceOf,
} from "./purchase-rows";

export type ParetoNbdParameters = {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
};

export type ParetoNbd = Fitted<keyof ParetoNbdParameters> | Unfitted;

/**
 * Pareto/NBD: how often will order customers buy, when each may stop at any moment and not only after
 * an order?
 *
 * Formula: orders at a constant own pace, spread over customers as gamma(r, alpha); an own constant
 * chance of stopping at any moment, spread as gamma(s, beta); the four maximise the likelihood.
 *
 * @param rows one row per customer, same-day orders merged, any one unit of time
 * @returns r, alpha, s, beta with standard errors and intervals, the log-likelihood and how it was
 *   found; n customers
 * Empty: noData without rows; notIdentified under 100 customers, without any repeat order, or where the
 *   likelihood is flat; notConverged where no maximum was found.
 * @throws RangeError when a count is not whole, a time negative, or recency above age or above 0 without
 *   a repeat order, naming the row
 * @source Schmittlein, Morrison & Colombo (1987), Management Science 33; Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model
 * @example fitParetoNbd([{ frequency: 2, recency: 30.43, age: 38.86 }]).reason // => "notIdentified"
 */
export function fitParetoNbd(rows: readonly PurchaseRow[]): ParetoNbd {
  checkPurchaseRows(rows);
  const n = rows.length;
  if (n === 0) return unfitted(n, "noCustomers");
  if (n < fewestCustomers) return unfitted(n, "tooFewCustomers");
  const { orders, age } = paceOf(rows);
  if (orders === 0) return unfitted(n, "noRepeatOrders");
  const groups = groupPurchases(rows);
  return maximiseLikelihood({
    names: ["r", "alpha", "s", "beta"],
    n,
    starts: [
      [0.5, (0.3 * age) / orders, 0.5, age / 3],
      [2, (2 * age) / orders, 2, 2 * age],
    ],
    at: (parameters) => paretoNbdEvaluation(parameters, groups),
  });
}

/**
 * Log-likelihood of the Pareto/NBD: how well do four parameters explain the orders?
 *
 * Formula: per customer ln of G(r + x) alpha^r beta^s / G(r) x (1 / ((alpha + T)^(r + x) (beta + T)^s) +
 * s x integral from the last order to T of dt / ((alpha + t)^(r + x) (beta + t)^(s + 1))); G is the
 * gamma function.
 *
 * @param parameters r, alpha, s and beta, above 0
 * @param rows as for `fitParetoNbd`
 * @returns log-likelihood
 * Empty: 0 without rows.
 * @throws RangeError when a parameter is not above 0, or a row is bad, naming it
 * @source Fader & Hardie (2005), A Note on Deriving the Pareto/NBD Model
 * @example paretoNbdLogLikelihood({ r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }, [{ frequency: 0, recency: 0, age: 38.86 }]) // => -0.521
 */
export function paretoNbdLogLikelihood(
  { r, alpha, s, beta }: ParetoNbdParameters,
  rows: readonly PurchaseRow[],
): number {
  checkParameters({ r, alpha, s, beta }, "parameters");
  checkPurchaseRows(rows);
  return paretoNbdEvaluation([r, alpha, s, beta], groupPurchases(rows)).value;
}

/** Chance of having stopped by the end of the time seen; the fit and the expectations share it. */
export function chanceStopped(parameters: ParetoNbdParameters, row: PurchaseRow): number {
  const { r, alpha, s, beta } = parameters;
  const { total, logScale } = stoppedBetween([r, alpha, s, beta], row);
  const logAlive = -(r + row.frequency) * Math.log(alpha + row.age) - s * Math.log(beta + row.age);
  return total / (total + Math.exp(logAlive - logScale));
}

export function paretoNbdEvaluation(
  parameters: readonly number[],
  groups: readonly PurchaseGroup[],
): Evaluation {
  const [r = 1, alpha = 1, s = 1, beta = 1] = parameters;
  const spread = { value: r * Math.log(alpha) + s * Math.log(beta), r: Math.log(alpha) };
  let value = 0;
  const gradient = [0, 0, 0, 0] as [number, number, number, number];
  let orders = { frequency: 0, value: 0, slope: 0 };
  for (const group of groups) {
    const { frequency, age, customers } = group;
    if (frequency !== orders.frequency)
      orders = {
        frequency,
        value: logGammaRatio(r, frequency),
        slope: digamma(r + frequency) - digamma(r),
      };
    const pace = r + frequency;
    const [logPace, logStay] = [Math.log(alpha + age), Math.log(beta + age)];
    const stopped = stoppedBetween(parameters, group);
    const alive = Math.exp(-pace * logPace - s * logStay - stopped.logScale);
    const both = alive + stopped.total;
    value += customers * (orders.value + spread.value + stopped.logScale + Math.log(both));
    const share = alive / both;
    gradient[0] += customers * (orders.slope + spread.r - share * logPace + stopped.r / both);
    gradient[1] += customers * (r / alpha - (share * pace) / (alpha + age) + stopped.alpha / both);
    gradient[2] += customers * (Math.log(beta) - share * logStay + stopped.s / both);
    gradient[3] += customers * (s / beta - (share * s) / (beta + age) + stopped.beta / both);
  }
  return { value, gradient };
}

/** Twelve digits need the more points the deeper the integrand falls, in powers of e. */
const rules = [
  { depth: 3, ...gaussLegendre(8) },
  { depth: 10, ...gaussLegendre(13) },
  { depth: 40, ...gaussLegendre(26) },
] as const;
/** Beyond this depth the integrand is left out. */
const deepest = 38;

/**
 * s x the integral over the moment of stopping, and its slopes, all over e^logScale. The moment is
 * measured as v = ln of its distance from -min(alpha, beta), in which both factors are smooth.
 */
function stoppedBetween(parameters: readonly number[], row: PurchaseRow) {
  const [r = 1, alpha = 1, s = 1, beta = 1] = parameters;
  const [pace, stay] = [r + row.frequency, s + 1];
  const origin = Math.min(alpha, beta);
  const start = origin + row.recency;
  const logAt = (v: number) => {
    const time = start * Math.exp(v) - origin;
    return -pace * Math.log(alpha + time) - stay * Math.log(beta + time);
  };
  const logScale = logAt(0);
  let length = Math.log((origin + row.age) / start);
  let depth = logScale - logAt(length);
  while (depth > deepest) {
    length /= 1.5;
    depth = logScale - logAt(length);
  }
  const reach = Math.max(depth, 2 * length);
  const { nodes, weights } = rules.find((rule) => reach < rule.depth) ?? rules[2];
  let total = 0;
  let byR = 0;
  let byAlpha = 0;
  let byS = 0;
  let byBeta = 0;
  for (let i = 0; i < nodes.length; i += 1) {
    const distance = start * Math.exp(length * (nodes[i] as number));
    const a = alpha - origin + distance;
    const b = beta - origin + distance;
    const logA = Math.log(a);
    const logB = Math.log(b);
    const weight =
      (weights[i] as number) * distance * Math.exp(-pace * logA - stay * logB - logScale);
    total += weight;
    byR -= weight * logA;
    byAlpha -= weight / a;
    byS -= weight * logB;
    byBeta -= weight / b;
  }
  const scale = s * length;
  return {
    logScale,
    total: scale * total,
    r: scale * byR,
    alpha: scale * pace * byAlpha,
    s: scale * byS + length * total,
    beta: scale * stay * byBeta,
  };
}
