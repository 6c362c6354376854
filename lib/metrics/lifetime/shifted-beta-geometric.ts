import type { Evaluation } from "../numeric/minimise";
import { type FitTrouble, type Fitted, maximiseLikelihood, type Unfitted, unfitted } from "./fit";
import { type ContourPoint, likelihoodContour } from "./likelihood-contour";
import { checkPositive } from "./parameters";
import { checkActiveCounts, type RenewalTable, renewalTable, total } from "./renewal-table";

export type ShiftedBetaGeometric =
  | (Fitted<"alpha" | "beta"> & {
      readonly renewals: number;
      /** Edge of the parameters as likely as a 95 % interval allows, for intervals of what follows. */
      readonly contour: readonly ContourPoint[];
    })
  | (Unfitted & {
      /** What describes the counts instead: one churn rate for all, or at most 3 / n where nobody left. */
      readonly fallback: "geometric" | "ruleOfThree" | null;
    });

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
  return fitTable(renewalTable([activeCounts]));
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
  return fitTable(renewalTable(cohorts));
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
  return evaluate(alpha, beta, renewalTable([activeCounts])).value;
}

/** A gain over one churn rate below this is the last digits of both, not a difference of customers. */
const leastGain = 0.01;

function fitTable(table: RenewalTable): ShiftedBetaGeometric {
  const { n } = table;
  const renewals = table.lost.length;
  const [lost, kept] = [total(table.lost), total(table.kept)];
  if (n === 0) return withFallback(n, "noCustomers");
  if (renewals < 3) return withFallback(n, "tooFewRenewals");
  if (lost === 0) return withFallback(n, "nobodyLeft");
  if (!isSpread(table)) return withFallback(n, "alikeCustomers");
  const churn = lost / (lost + kept);
  const fit = maximiseLikelihood({
    names: ["alpha", "beta"],
    n,
    starts: [
      [1, 1 / churn],
      [10, 10 / churn],
    ],
    at: ([alpha = 1, beta = 1]) => evaluate(alpha, beta, table),
  });
  if (fit.reason !== null) return withFallback(n, fit.because);
  const alike = lost * Math.log(churn) + kept * Math.log(1 - churn);
  if (fit.logLikelihood - alike < leastGain) return withFallback(n, "alikeCustomers");
  const contour = likelihoodContour(fit, (a, b) => evaluate(a, b, table).value);
  return { ...fit, renewals, contour };
}

/**
 * Whether churn falls from renewal to renewal, as it does where customers differ: the slope of the
 * likelihood by how much they differ, where they do not. Else the best a and b are both endless.
 */
function isSpread({ lost, kept }: RenewalTable): boolean {
  const odds = total(lost) / total(kept);
  let slope = 0;
  for (let k = 1; k < lost.length; k += 1)
    slope += k * ((kept[k] as number) * odds - (lost[k] as number));
  return slope > 0;
}

function withFallback(n: number, because: FitTrouble): ShiftedBetaGeometric {
  const fallback = because === "nobodyLeft" ? "ruleOfThree" : "geometric";
  return { ...unfitted(n, because), fallback: because === "noCustomers" ? null : fallback };
}

function evaluate(alpha: number, beta: number, { lost, kept }: RenewalTable): Evaluation {
  let value = 0;
  const gradient = [0, 0] as [number, number];
  for (let k = 0; k < lost.length; k += 1) {
    const [left, stayed] = [lost[k] as number, kept[k] as number];
    const all = alpha + beta + k;
    value += left * Math.log(alpha / all) + stayed * Math.log((beta + k) / all);
    gradient[0] += left / alpha - (left + stayed) / all;
    gradient[1] += stayed / (beta + k) - (left + stayed) / all;
  }
  return { value, gradient };
}
