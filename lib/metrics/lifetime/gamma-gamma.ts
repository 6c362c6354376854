import { checkCount, checkNonNegative } from "../core/check";
import { type Interval, interval, z95 } from "../core/result";
import { digamma, logGamma, logGammaRatio } from "../numeric/gamma";
import type { Evaluation } from "../numeric/minimise";
import { type Fitted, fewestCustomers, maximiseLikelihood, type Unfitted, unfitted } from "./fit";
import { checkParameters } from "./parameters";

/** One customer with repeat orders: how many, and their mean amount. */
export type SpendRow = { readonly frequency: number; readonly meanSpend: number };

export type GammaGammaParameters = {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
};

export type GammaGamma =
  | (Fitted<keyof GammaGammaParameters> & {
      /** Mean spend per order over all customers; null where q is at most 1 and it has none. */
      readonly meanSpend: number | null;
      readonly meanSpendInterval: Interval | null;
    })
  | Unfitted;

/**
 * Gamma-Gamma: what does a customer spend per order, when few orders say little about one customer?
 *
 * Formula: order amounts vary as a gamma(p, v) around a customer's own mean, v spread over customers
 * as gamma(q, gamma); the three maximise the likelihood; mean spend = p gamma / (q - 1).
 *
 * @param rows one row per customer with at least one repeat order, amounts above 0 in any one unit
 * @returns p, q, gamma with standard errors and intervals, the log-likelihood and how it was found, and
 *   the mean spend with its interval; n customers
 * Empty: noData without rows; notIdentified under 100 customers or where the likelihood is flat;
 *   notConverged where no maximum was found.
 * @throws RangeError when a frequency is not at least 1 or a mean not above 0, naming the row
 * @source Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value
 * @example fitGammaGamma([{ frequency: 2, meanSpend: 22.35 }]).reason // => "notIdentified"
 */
export function fitGammaGamma(rows: readonly SpendRow[]): GammaGamma {
  rows.forEach(({ frequency, meanSpend }, index) => {
    checkCount(frequency, `rows[${index}].frequency`);
    if (frequency < 1) throw new RangeError(`rows[${index}].frequency must be at least 1`);
    if (!(meanSpend > 0 && Number.isFinite(meanSpend)))
      throw new RangeError(`rows[${index}].meanSpend must be above 0`);
  });
  const n = rows.length;
  if (n === 0) return unfitted(n, "noCustomers");
  if (n < fewestCustomers) return unfitted(n, "tooFewCustomers");
  const sorted = rows
    .map(({ frequency, meanSpend }) => ({ frequency, meanSpend, logSpend: Math.log(meanSpend) }))
    .sort((a, b) => a.frequency - b.frequency || a.meanSpend - b.meanSpend);
  const overall = sorted.reduce((total, row) => total + row.meanSpend, 0) / n;
  const fit = maximiseLikelihood({
    names: ["p", "q", "gamma"],
    n,
    starts: [
      [3, 3, overall],
      [1, 10, 10 * overall],
    ],
    at: (parameters) => evaluate(parameters, sorted),
  });
  return fit.reason === null ? { ...fit, ...meanSpendOf(fit) } : fit;
}

function meanSpendOf({ p, q, gamma, logCovariance, n }: Fitted<keyof GammaGammaParameters>) {
  if (q <= 1) return { meanSpend: null, meanSpendInterval: null };
  const meanSpend = (p * gamma) / (q - 1);
  const slopes = [1, -q / (q - 1), 1];
  const variance = slopes.reduce(
    (total, x, i) =>
      total + slopes.reduce((sum, y, j) => sum + x * y * (logCovariance[i]?.[j] as number), 0),
    0,
  );
  const reach = Math.exp(z95 * Math.sqrt(variance));
  return {
    meanSpend,
    meanSpendInterval: interval("logDelta", meanSpend / reach, meanSpend * reach, { n }),
  };
}

type LoggedRow = SpendRow & { readonly logSpend: number };

/** Log-likelihood and its slopes; what hangs on the frequency alone is computed once per frequency. */
function evaluate(parameters: readonly number[], sorted: readonly LoggedRow[]): Evaluation {
  const [p = 1, q = 1, gamma = 1] = parameters;
  const logScale = Math.log(gamma);
  const slopeOfQ = digamma(q);
  let value = 0;
  const slopes = { p: 0, q: 0, gamma: 0 };
  let shared = { frequency: 0, shape: 0, value: 0, p: 0, q: 0 };
  for (const { frequency, meanSpend, logSpend } of sorted) {
    if (frequency !== shared.frequency) {
      const shape = p * frequency;
      const together = digamma(shape + q);
      shared = {
        frequency,
        shape,
        // ln of G(shape + q) / G(shape) / G(q), as two steps from the larger to keep the digits
        value: logGammaRatio(shape, q) - logGamma(q) + q * logScale + shape * Math.log(frequency),
        p: frequency * (together - digamma(shape) + Math.log(frequency)),
        q: together - slopeOfQ + logScale,
      };
    }
    const reach = gamma + frequency * meanSpend;
    const logReach = Math.log(reach);
    const { shape } = shared;
    value += shared.value + (shape - 1) * logSpend - (shape + q) * logReach;
    slopes.p += shared.p + frequency * (logSpend - logReach);
    slopes.q += shared.q - logReach;
    slopes.gamma += q / gamma - (shape + q) / reach;
  }
  return { value, gradient: [slopes.p, slopes.q, slopes.gamma] };
}

/**
 * Expected spend: what will this customer spend per order, given the orders seen?
 *
 * Formula: p (gamma + x m) / (p x + q - 1): the customer's own mean, drawn towards the mean of all.
 *
 * @param parameters p, q and gamma of the fit, p x + q above 1
 * @param row the customer's repeat orders and their mean; frequency 0 gives the mean of all
 * @returns amount per order in the unit of the fit; null where q and the orders leave it undefined
 * Empty: a fit with a reason has no expectation; do not call.
 * @throws RangeError when a parameter is not above 0, the frequency not whole or the mean negative
 * @source Fader & Hardie (2013), equation 5
 * @example expectedSpend({ p: 6.25, q: 3.74, gamma: 15.44 }, { frequency: 0, meanSpend: 0 }) // => 35.22
 */
export function expectedSpend(parameters: GammaGammaParameters, row: SpendRow): number | null {
  const { p, q, gamma } = parameters;
  checkParameters({ p, q, gamma }, "parameters");
  checkCount(row.frequency, "row.frequency");
  checkNonNegative(row.meanSpend, "row.meanSpend");
  return knownSpend(parameters, row);
}

/** The same without the checks, for sums over many customers whose rows were checked before. */
export function knownSpend(
  { p, q, gamma }: GammaGammaParameters,
  { frequency: x, meanSpend }: SpendRow,
): number | null {
  if (p * x + q <= 1) return null;
  return (p * (gamma + x * meanSpend)) / (p * x + q - 1);
}
