import { digamma, logGammaRatio } from "../numeric/gamma";
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

export type BgNbdParameters = {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

export type BgNbd = Fitted<keyof BgNbdParameters> | Unfitted;

/**
 * BG/NBD: how often will order customers buy, when each has an own pace and may stop after any order?
 *
 * Formula: orders at a constant own pace, spread over customers as gamma(r, alpha); after each order
 * the customer stops with an own chance, spread as beta(a, b); the four maximise the likelihood.
 *
 * @param rows one row per customer, same-day orders merged, any one unit of time
 * @returns r, alpha, a, b with standard errors and intervals, the log-likelihood and how it was found; n
 *   customers
 * Empty: noData without rows; notIdentified under 100 customers, without any repeat order, or where the
 *   likelihood is flat; notConverged where no maximum was found.
 * @throws RangeError when a count is not whole, a time negative, or recency above age or above 0 without
 *   a repeat order, naming the row
 * @source Fader, Hardie & Lee (2005), Marketing Science 24, Counting Your Customers the Easy Way
 * @example fitBgNbd([{ frequency: 2, recency: 30.43, age: 38.86 }]).reason // => "notIdentified"
 */
export function fitBgNbd(rows: readonly PurchaseRow[]): BgNbd {
  checkPurchaseRows(rows);
  const n = rows.length;
  if (n === 0) return unfitted(n, "noCustomers");
  if (n < fewestCustomers) return unfitted(n, "tooFewCustomers");
  const { orders, age } = paceOf(rows);
  if (orders === 0) return unfitted(n, "noRepeatOrders");
  const groups = groupPurchases(rows);
  return maximiseLikelihood({
    names: ["r", "alpha", "a", "b"],
    n,
    starts: [
      [0.5, (0.25 * age) / orders, 0.5, 2],
      [2, (2 * age) / orders, 2, 10],
    ],
    at: (parameters) => bgNbdEvaluation(parameters, groups),
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
 * @throws RangeError when a parameter is not above 0, or a row is bad, naming it
 * @source Fader, Hardie & Lee (2005)
 * @example bgNbdLogLikelihood({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, [{ frequency: 0, recency: 0, age: 38.86 }]) // => -0.5547
 */
export function bgNbdLogLikelihood(
  { r, alpha, a, b }: BgNbdParameters,
  rows: readonly PurchaseRow[],
): number {
  checkParameters({ r, alpha, a, b }, "parameters");
  checkPurchaseRows(rows);
  return bgNbdEvaluation([r, alpha, a, b], groupPurchases(rows)).value;
}

/** Log-likelihood and its slopes; what hangs on the frequency alone is computed once per frequency. */
export function bgNbdEvaluation(
  parameters: readonly number[],
  groups: readonly PurchaseGroup[],
): Evaluation {
  const [r = 1, alpha = 1, a = 1, b = 1] = parameters;
  let value = 0;
  let byR = 0;
  let byAlpha = 0;
  let byA = 0;
  let byB = 0;
  let shared = sharedBy(0, r, alpha, a, b);
  for (const { frequency, recency, age, customers } of groups) {
    if (frequency !== shared.frequency) shared = sharedBy(frequency, r, alpha, a, b);
    const pace = r + frequency;
    const logAge = Math.log(alpha + age);
    let stopped = 0;
    let logRecency = 0;
    if (frequency === 0) value += customers * (shared.value - pace * logAge);
    else {
      logRecency = Math.log(alpha + recency);
      // Odds of having stopped after the last order against being there still.
      const odds = Math.exp(shared.logStop + pace * (logAge - logRecency));
      stopped = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
      const both =
        stopped > 0.5
          ? shared.logStop - pace * logRecency - Math.log(stopped)
          : Math.log1p(odds) - pace * logAge;
      value += customers * (shared.value + both);
    }
    const alive = 1 - stopped;
    byR += customers * (shared.r - alive * logAge - stopped * logRecency);
    byAlpha +=
      customers * (r / alpha - pace * (alive / (alpha + age) + stopped / (alpha + recency)));
    byA += customers * (shared.a + stopped / a);
    byB += customers * (shared.b - stopped / (b + frequency - 1));
  }
  return { value, gradient: [byR, byAlpha, byA, byB] };
}

function sharedBy(frequency: number, r: number, alpha: number, a: number, b: number) {
  const both = digamma(a + b) - digamma(a + b + frequency);
  return {
    frequency,
    logStop: Math.log(a / (b + frequency - 1)),
    value:
      r * Math.log(alpha) +
      logGammaRatio(r, frequency) +
      logGammaRatio(b, frequency) -
      logGammaRatio(a + b, frequency),
    r: Math.log(alpha) + digamma(r + frequency) - digamma(r),
    a: both,
    b: both + digamma(b + frequency) - digamma(b),
  };
}
