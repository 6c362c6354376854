import { checkCount } from "../core/check";
import { logGamma } from "../numeric/gamma";
import { minimise } from "../numeric/nelder-mead";

/** One customer with repeat orders: how many, and their mean amount. */
export type SpendRow = { readonly frequency: number; readonly meanSpend: number };

export type GammaGammaParameters = {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
};

export type GammaGamma =
  | (GammaGammaParameters & {
      readonly logLikelihood: number;
      /** Mean spend per order over all customers; null where q is at most 1 and it has none. */
      readonly meanSpend: number | null;
      readonly n: number;
      readonly reason: null;
    })
  | { readonly n: number; readonly reason: "noData" | "notIdentified" };

const fewestCustomers = 100;

/**
 * Gamma-Gamma: what does a customer spend per order, when few orders say little about one customer?
 *
 * Formula: order amounts vary as a gamma(p, v) around a customer's own mean, v spread over customers
 * as gamma(q, gamma); the three maximise the likelihood; mean spend = p gamma / (q - 1).
 *
 * @param rows one row per customer with at least one repeat order, amounts above 0 in any one unit
 * @returns p, q, gamma, the log-likelihood and the mean spend; n customers
 * Empty: noData without rows, notIdentified under 100 customers or where the fit runs away.
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
  if (n === 0) return { n, reason: "noData" };
  if (n < fewestCustomers) return { n, reason: "notIdentified" };
  const parametersAt = (point: readonly number[]): GammaGammaParameters => {
    const [p = 1, q = 1, gamma = 1] = point.map(Math.exp);
    return { p, q, gamma };
  };
  const overall = rows.reduce((total, row) => total + row.meanSpend, 0) / n;
  const { point, value } = minimise(
    (at) => -gammaGammaLogLikelihood(parametersAt(at), rows),
    [1, 1, Math.log(overall)],
  );
  if (point.slice(0, 2).some((x) => Math.abs(x) > 8)) return { n, reason: "notIdentified" };
  const parameters = parametersAt(point);
  const { p, q, gamma } = parameters;
  const meanSpend = q > 1 ? (p * gamma) / (q - 1) : null;
  return { ...parameters, logLikelihood: -value, meanSpend, n, reason: null };
}

function gammaGammaLogLikelihood(
  { p, q, gamma }: GammaGammaParameters,
  rows: readonly SpendRow[],
): number {
  const constant = q * Math.log(gamma) - logGamma(q);
  let total = 0;
  for (const { frequency: x, meanSpend: m } of rows)
    total +=
      constant +
      logGamma(p * x + q) -
      logGamma(p * x) +
      (p * x - 1) * Math.log(m) +
      p * x * Math.log(x) -
      (p * x + q) * Math.log(gamma + x * m);
  return total;
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
 * @throws RangeError when the frequency is not whole
 * @source Fader & Hardie (2013), equation 5
 * @example expectedSpend({ p: 6.25, q: 3.74, gamma: 15.44 }, { frequency: 0, meanSpend: 0 }) // => 35.22
 */
export function expectedSpend(parameters: GammaGammaParameters, row: SpendRow): number | null {
  const { p, q, gamma } = parameters;
  const x = checkCount(row.frequency, "row.frequency");
  if (p * x + q <= 1) return null;
  return (p * (gamma + x * row.meanSpend)) / (p * x + q - 1);
}
