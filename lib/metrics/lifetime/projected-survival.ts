import { checkCount, checkNonNegative } from "../core/check";
import { logBeta } from "../numeric/gamma";
import { checkParameters, checkPositive } from "./parameters";

export type BetaGeometricParameters = { readonly alpha: number; readonly beta: number };

/**
 * Projected survival: which share of the group is still there after so many renewals?
 *
 * Formula: S(t) = B(a, b + t) / B(a, b).
 *
 * @param parameters a and b of the fit
 * @param renewals number of renewal points passed, 0 or more
 * @returns share 0..1
 * Empty: a fit with a reason has no projection; do not call.
 * @throws RangeError when a parameter is not above 0, or renewals negative or not finite
 * @source Fader & Hardie (2007)
 * @example shiftedBetaGeometricSurvival(fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]), 12) // => 0.378
 */
export function shiftedBetaGeometricSurvival(
  { alpha, beta }: BetaGeometricParameters,
  renewals: number,
): number {
  checkParameters({ alpha, beta }, "parameters");
  checkNonNegative(renewals, "renewals");
  return Math.exp(logBeta(alpha, beta + renewals) - logBeta(alpha, beta));
}

/**
 * Projected retention: which share of those up for their t-th renewal will renew?
 *
 * Formula: r(t) = (b + t - 1) / (a + b + t - 1); it rises with t, because the likely leavers leave first.
 *
 * @param parameters a and b of the fit
 * @param renewal which renewal, the first is 1
 * @returns share 0..1
 * Empty: a fit with a reason has no projection; do not call.
 * @throws RangeError when a parameter is not above 0, or the renewal not whole and at least 1
 * @source Fader & Hardie (2007)
 * @example shiftedBetaGeometricRetention({ alpha: 0.668, beta: 3.806 }, 1) // => 0.8507
 * @example shiftedBetaGeometricRetention({ alpha: 0.668, beta: 3.806 }, 8) // => 0.9418
 */
export function shiftedBetaGeometricRetention(
  { alpha, beta }: BetaGeometricParameters,
  renewal: number,
): number {
  checkParameters({ alpha, beta }, "parameters");
  if (checkCount(renewal, "renewal") < 1) throw new RangeError("renewal must be at least 1");
  return (beta + renewal - 1) / (alpha + beta + renewal - 1);
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
 * @throws RangeError when a parameter or the discount rate is not above 0, or renewals negative
 * @source Fader & Hardie (2010), Marketing Science 29, Customer-Base Valuation in a Contractual Setting
 * @example residualLifetime({ alpha: 0.668, beta: 3.806 }, { renewals: 0, discountRate: 0.1 }) // => 5.41
 */
export function residualLifetime(
  { alpha, beta }: BetaGeometricParameters,
  input: { readonly renewals: number; readonly discountRate: number },
): number {
  checkNonNegative(input.renewals, "renewals");
  checkParameters({ alpha, beta }, "parameters");
  checkPositive(input.discountRate, "discountRate");
  const discount = 1 / (1 + input.discountRate);
  let term = 1 + input.discountRate;
  let total = 0;
  let passed = input.renewals;
  let factor = 0;
  for (let k = 0; k < mostRenewals && term > total * 1e-16; k += 1) {
    factor = (discount * (beta + passed)) / (alpha + beta + passed);
    term *= factor;
    total += term;
    passed += 1;
  }
  // What is left of the sum, at the last year's retention for good.
  return total + (term * factor) / (1 - factor);
}

const mostRenewals = 1_000_000;
