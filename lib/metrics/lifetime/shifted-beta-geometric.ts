import { checkCount, checkNonNegative } from "../core/check";
import { logBeta } from "../numeric/gamma";
import { minimise } from "../numeric/nelder-mead";

export type ShiftedBetaGeometric =
  | {
      readonly alpha: number;
      readonly beta: number;
      readonly logLikelihood: number;
      readonly n: number;
      readonly renewals: number;
      readonly reason: null;
    }
  | { readonly n: number; readonly reason: "noData" | "tooFewRenewals" | "notIdentified" };

/**
 * Shifted beta-geometric: how does a group of contract customers thin out, when some were always
 * likelier to leave than others?
 *
 * Formula: each customer leaves at a renewal with an own constant chance, spread over customers as a
 * beta(a, b); S(t) = B(a, b + t) / B(a, b); a and b maximise the likelihood of the counts.
 *
 * @param activeCounts customers at the start and after each renewal point, whole and never rising
 * @returns a, b and the log-likelihood; n customers at the start
 * Empty: noData without customers, tooFewRenewals under three renewal points, notIdentified when
 *   nobody left or customers do not differ enough for a and b to be told.
 * @throws RangeError when a count is not whole or rises, naming the row
 * @source Fader & Hardie (2007), Journal of Interactive Marketing 21, How to Project Customer Retention
 * @example fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]).alpha // => 0.668
 * @example fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]).beta // => 3.806
 */
export function fitShiftedBetaGeometric(activeCounts: readonly number[]): ShiftedBetaGeometric {
  activeCounts.forEach((count, index) => {
    checkCount(count, `activeCounts[${index}]`);
    if (index > 0 && count > (activeCounts[index - 1] as number))
      throw new RangeError(`activeCounts[${index}] must not rise`);
  });
  const n = activeCounts[0] ?? 0;
  const renewals = activeCounts.length - 1;
  if (n === 0) return { n, reason: "noData" };
  if (renewals < 3) return { n, reason: "tooFewRenewals" };
  if (activeCounts.at(-1) === n) return { n, reason: "notIdentified" };
  const { point, value } = minimise(
    ([a = 0, b = 0]) => -shiftedBetaGeometricLogLikelihood(activeCounts, Math.exp(a), Math.exp(b)),
    [0, 0],
  );
  const [logAlpha = 0, logBeta = 0] = point;
  // Alike customers push both parameters to infinity: then one churn rate explains the counts as well.
  if (-value - geometricLogLikelihood(activeCounts) < 0.01) return { n, reason: "notIdentified" };
  return {
    alpha: Math.exp(logAlpha),
    beta: Math.exp(logBeta),
    logLikelihood: -value,
    n,
    renewals,
    reason: null,
  };
}

/** The counts explained by one churn rate for all. */
function geometricLogLikelihood(activeCounts: readonly number[]): number {
  const asked = activeCounts.slice(0, -1).reduce((total, count) => total + count, 0);
  const lost = (activeCounts[0] as number) - (activeCounts.at(-1) as number);
  const kept = asked - lost;
  const churn = lost / asked;
  return lost * Math.log(churn) + (kept === 0 ? 0 : kept * Math.log(1 - churn));
}

/**
 * Log-likelihood of the shifted beta-geometric: how well do two parameters explain the counts?
 *
 * Formula: sum of customers lost at renewal t x ln P(t) + those still active x ln S(last);
 * P(1) = a / (a + b), P(t) = P(t - 1) (b + t - 2) / (a + b + t - 1).
 *
 * @param activeCounts customers at the start and after each renewal point
 * @param alpha first parameter, above 0
 * @param beta second parameter, above 0
 * @returns log-likelihood, 0 or less
 * Empty: 0 without counts.
 * @throws RangeError when a parameter is not above 0
 * @source Fader & Hardie (2007), appendix
 * @example shiftedBetaGeometricLogLikelihood([1000, 869, 743, 653, 593, 551, 517, 491], 1, 1) // => -2115.546
 */
export function shiftedBetaGeometricLogLikelihood(
  activeCounts: readonly number[],
  alpha: number,
  beta: number,
): number {
  if (!(alpha > 0 && beta > 0)) throw new RangeError("alpha and beta must be above 0");
  let total = 0;
  let logChance = Math.log(alpha / (alpha + beta));
  for (let t = 1; t < activeCounts.length; t += 1) {
    if (t > 1) logChance += Math.log((beta + t - 2) / (alpha + beta + t - 1));
    total += ((activeCounts[t - 1] as number) - (activeCounts[t] as number)) * logChance;
  }
  const last = activeCounts.length - 1;
  const remaining = activeCounts[last] ?? 0;
  return remaining === 0 ? total : total + remaining * logSurvival(alpha, beta, last);
}

type Parameters = { readonly alpha: number; readonly beta: number };

/**
 * Projected survival: which share of the group is still there after so many renewals?
 *
 * Formula: S(t) = B(a, b + t) / B(a, b).
 *
 * @param parameters a and b of the fit
 * @param renewals number of renewal points passed, 0 or more
 * @returns share 0..1
 * Empty: a fit with a reason has no projection; do not call.
 * @throws RangeError when renewals is negative or not finite
 * @source Fader & Hardie (2007)
 * @example shiftedBetaGeometricSurvival(fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]), 12) // => 0.378
 */
export function shiftedBetaGeometricSurvival(parameters: Parameters, renewals: number): number {
  checkNonNegative(renewals, "renewals");
  return Math.exp(logSurvival(parameters.alpha, parameters.beta, renewals));
}

/**
 * Discounted expected residual lifetime: how many yearly margins are still to come from a contract
 * customer who has renewed so many times?
 *
 * Formula: sum over the coming renewals k = 1, 2, ... of S(renewals + k) / S(renewals) / (1 + d) to
 * the power of k - 1, so that the next renewal's margin counts in full.
 *
 * @param parameters a and b of the fit
 * @param input renewals already made, 0 or more; yearly discount rate above 0
 * @returns number of discounted yearly margins; multiply by the margin
 * Empty: a fit with a reason has no projection; do not call.
 * @throws RangeError when renewals is negative or the discount rate not above 0
 * @source Fader & Hardie (2010), Marketing Science 29, Customer-Base Valuation in a Contractual Setting
 * @example residualLifetime({ alpha: 0.668, beta: 3.806 }, { renewals: 0, discountRate: 0.1 }) // => 5.41
 */
export function residualLifetime(
  parameters: Parameters,
  input: { readonly renewals: number; readonly discountRate: number },
): number {
  const { alpha, beta } = parameters;
  const { renewals, discountRate } = input;
  checkNonNegative(renewals, "renewals");
  if (!(discountRate > 0 && Number.isFinite(discountRate)))
    throw new RangeError("discountRate must be above 0");
  let share = 1;
  let total = 0;
  for (let k = 1; k < 100_000; k += 1) {
    const passed = renewals + k;
    share *= (beta + passed - 1) / (alpha + beta + passed - 1);
    const term = share / (1 + discountRate) ** (k - 1);
    total += term;
    if (term < 1e-12) break;
  }
  return total;
}

function logSurvival(alpha: number, beta: number, t: number): number {
  return logBeta(alpha, beta + t) - logBeta(alpha, beta);
}
