import { checkCount } from "../core/check";
import { fitRenewalTable, renewalLikelihood, type ShiftedBetaGeometric } from "./fit-renewal-table";
import { checkPositive } from "./parameters";
import { checkActiveCounts, renewalTable, total } from "./renewal-table";

export type { ShiftedBetaGeometric } from "./fit-renewal-table";

/**
 * Shifted beta-geometric: how does a group of contract customers thin out, when some were always
 * likelier to leave than others?
 *
 * Formula: each customer leaves at a renewal with an own constant chance, spread over customers as a
 * beta(a, b); S(t) = B(a, b + t) / B(a, b); a and b maximise the likelihood of the counts.
 *
 * @param activeCounts customers at the start and after each renewal point, whole and never rising
 * @returns a and b with standard errors and intervals, the log-likelihood and how it was found, and the
 *   edge of the parameters as likely as a 95 % interval allows; n customers at the start
 * Empty: noData without customers; tooFewRenewals under three renewal points; notIdentified when nobody
 *   left (fallback: the rule of three) or customers do not differ enough for a and b to be told
 *   (fallback: one churn rate for all, the geometric).
 * @throws RangeError when a count is not whole or rises, naming the row
 * @source Fader & Hardie (2007), Journal of Interactive Marketing 21, How to Project Customer Retention
 * @example fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]).alpha // => 0.668
 * @example fitShiftedBetaGeometric([1000, 869, 743, 653, 593, 551, 517, 491]).beta // => 3.806
 * @example fitShiftedBetaGeometric([1000, 800, 640, 512, 410]).fallback // => "geometric"
 */
export function fitShiftedBetaGeometric(activeCounts: readonly number[]): ShiftedBetaGeometric {
  checkActiveCounts(activeCounts, "activeCounts");
  return fitRenewalTable(renewalTable([activeCounts]));
}

/**
 * Shifted beta-geometric over cohorts: how do groups that began at different times thin out, taken
 * together?
 *
 * Formula: the counts of all cohorts laid upon each other by the number of renewals; one a and one b
 * maximise the likelihood of them all.
 *
 * @param cohorts per cohort its customers at the start and after each renewal point so far
 * @returns as `fitShiftedBetaGeometric`; n customers at the start of all cohorts
 * Empty: as `fitShiftedBetaGeometric`; the longest cohort needs three renewal points.
 * @throws RangeError when a count is not whole or rises, naming cohort and row
 * @source Fader & Hardie (2007), Fitting the sBG Model to Multi-Cohort Data
 * @example fitCohortsBetaGeometric([[1000, 869, 743, 653, 593], [500, 430, 370]]).n // => 1500
 */
export function fitCohortsBetaGeometric(
  cohorts: readonly (readonly number[])[],
): ShiftedBetaGeometric {
  cohorts.forEach((counts, index) => {
    checkActiveCounts(counts, `cohorts[${index}]`);
  });
  return fitRenewalTable(renewalTable(cohorts));
}

/** How many were up for a renewal under our eyes, and how many of them renewed. */
export type RenewalSeen = { readonly kept: number; readonly lost: number };

/**
 * Shifted beta-geometric over renewals seen: how do customers thin out, when many of them were there
 * before anybody counted?
 *
 * Formula: per renewal, the first one first, how many of those seen to be up for it left and how many
 * stayed; one a and one b maximise the likelihood. A customer older than the data counts from its first
 * renewal under our eyes on (delayed entry).
 *
 * @param renewals per renewal from the first on how many stayed and how many left; 0 and 0 where none was
 *   seen
 * @returns as `fitShiftedBetaGeometric`; n renewals seen
 * Empty: as `fitShiftedBetaGeometric`: noData where no renewal was seen.
 * @throws RangeError when a count is not whole, naming the row
 * @source Fader & Hardie (2007), appendix; Kalbfleisch & Prentice (2002), on delayed entry
 * @example fitRenewalsBetaGeometric([{ kept: 869, lost: 131 }, { kept: 743, lost: 126 }, { kept: 653, lost: 90 }, { kept: 593, lost: 60 }, { kept: 551, lost: 42 }, { kept: 517, lost: 34 }, { kept: 491, lost: 26 }]).alpha // => 0.668
 */
export function fitRenewalsBetaGeometric(renewals: readonly RenewalSeen[]): ShiftedBetaGeometric {
  renewals.forEach(({ kept, lost }, index) => {
    checkCount(kept, `renewals[${index}].kept`);
    checkCount(lost, `renewals[${index}].lost`);
  });
  const lost = renewals.map((row) => row.lost);
  const kept = renewals.map((row) => row.kept);
  return fitRenewalTable({ lost, kept, n: total(lost) + total(kept) });
}

/**
 * Log-likelihood of the shifted beta-geometric: how well do two parameters explain the counts?
 *
 * Formula: sum over renewals t of customers lost x ln(a / (a + b + t - 1)) + customers kept x
 * ln((b + t - 1) / (a + b + t - 1)).
 *
 * @param activeCounts customers at the start and after each renewal point
 * @param alpha first parameter, above 0
 * @param beta second parameter, above 0
 * @returns log-likelihood, 0 or less
 * Empty: 0 without counts.
 * @throws RangeError when a count is not whole or rises, or a parameter is not above 0
 * @source Fader & Hardie (2007), appendix
 * @example shiftedBetaGeometricLogLikelihood([1000, 869, 743, 653, 593, 551, 517, 491], 1, 1) // => -2115.546
 */
export function shiftedBetaGeometricLogLikelihood(
  activeCounts: readonly number[],
  alpha: number,
  beta: number,
): number {
  checkActiveCounts(activeCounts, "activeCounts");
  checkPositive(alpha, "alpha");
  checkPositive(beta, "beta");
  return renewalLikelihood(alpha, beta, renewalTable([activeCounts])).value;
}
