import { checkBetween, checkNonNegative } from "../core/check";
import { type Interval, interval } from "../core/result";
import { contractLifetimeValue, type LifetimeValue } from "./customer-lifetime-value";
import type { FitTrouble } from "./fit";
import { type BetaGeometricParameters, residualLifetime } from "./projected-survival";
import { renewalTable, total } from "./renewal-table";
import { projectedFigure } from "./retention-curve";
import {
  fitCohortsBetaGeometric,
  fitShiftedBetaGeometric,
  type ShiftedBetaGeometric,
} from "./shifted-beta-geometric";

export type ContractModelValue =
  | {
      readonly value: number;
      readonly n: number;
      readonly interval: Interval;
      readonly method: "shiftedBetaGeometric";
      readonly alpha: number;
      readonly beta: number;
    }
  | (LifetimeValue & { readonly because: FitTrouble });

export type ContractModelInput = {
  readonly yearlyMarginMinor: number;
  readonly discountRate: number;
};

/**
 * Contract lifetime value by model: what is a new contract customer's future margin worth today, when
 * those who stay are the ones likely to stay?
 *
 * Formula: yearly margin x sum over renewals k = 1, 2, ... of S(k) / (1 + d) to the power of k, with the
 * shifted beta-geometric S of one cohort; interval by profile likelihood, the margin taken as known.
 * Under three renewal points, or where customers do not differ, the quick form at the share renewed over
 * all points.
 *
 * @param activeCounts customers of one cohort at the start and after each yearly renewal
 * @param input yearly margin in minor units, yearly discount rate above 0
 * @returns minor units per customer, first margin in a year, and which method was used
 * Empty: as the quick form: null with noData or notIdentified.
 * @throws RangeError when a count is not whole or rises, or the discount rate is not above 0
 * @source Fader & Hardie (2007, 2010)
 * @example contractModelValue([1000, 869, 743, 653, 593, 551, 517, 491], { yearlyMarginMinor: 100, discountRate: 0.1 }).value // => 492
 * @example contractModelValue([100, 80], { yearlyMarginMinor: 100, discountRate: 0.1 }).value // => 267
 */
export function contractModelValue(
  activeCounts: readonly number[],
  input: ContractModelInput,
): ContractModelValue {
  checkNonNegative(input.yearlyMarginMinor, "yearlyMarginMinor");
  const fit = fitShiftedBetaGeometric(activeCounts);
  if (fit.reason !== null) return { ...quickForm([activeCounts], input), because: fit.because };
  return modelled(fit, (parameters) => newCustomersValue(parameters, input));
}

export type ContractBaseInput = ContractModelInput & {
  /** Years to the next renewal of the mean customer, 0-1; 1 by default. */
  readonly yearsToRenewal?: number;
};

/**
 * Contract customer base: what is the future margin of all contract customers of today worth, cohort by
 * cohort?
 *
 * Formula: sum over cohorts of customers still there x yearly margin x residual lifetime after their
 * renewals / (1 + d) to the power of the years to the next renewal, with one shifted beta-geometric over
 * all cohorts; interval by profile likelihood, the margin taken as known. Where that is not identified, customers still there x the
 * quick form at the share renewed over all points.
 *
 * @param cohorts per cohort its customers at the start and after each yearly renewal so far
 * @param input yearly margin per customer in minor units, yearly discount rate above 0, years to the next
 *   renewal
 * @returns minor units over all customers still there, and which method was used; n of them
 * Empty: as the quick form: null with noData or notIdentified.
 * @throws RangeError when a count is not whole or rises, naming cohort and row, or an input is off its
 *   range
 * @source Fader & Hardie (2010), Marketing Science 29, Customer-Base Valuation in a Contractual Setting
 * @example contractBaseValue([[1000, 869, 743, 653, 593], [1000, 869, 743, 653], [1000, 869, 743]], { yearlyMarginMinor: 100, discountRate: 0.1 }).n // => 1989
 */
export function contractBaseValue(
  cohorts: readonly (readonly number[])[],
  input: ContractBaseInput,
): ContractModelValue {
  const { yearlyMarginMinor, discountRate, yearsToRenewal = 1 } = input;
  checkNonNegative(yearlyMarginMinor, "yearlyMarginMinor");
  checkBetween(yearsToRenewal, 0, 1, "yearsToRenewal");
  const fit = fitCohortsBetaGeometric(cohorts);
  const active = total(cohorts.map((counts) => counts.at(-1) ?? 0));
  const wait = (1 + discountRate) ** -yearsToRenewal;
  if (fit.reason !== null) {
    const quick = quickForm(cohorts, input);
    if (quick.value === null) return { ...quick, because: fit.because };
    const scale = active * wait * (1 + discountRate);
    const { low, high, method } = quick.interval;
    return {
      ...quick,
      value: quick.value * scale,
      n: active,
      interval: interval(method, low * scale, high * scale, { n: quick.n }),
      because: fit.because,
    };
  }
  const worth = modelled(fit, (parameters) => {
    const margins = cohorts.map((counts) => {
      const left = counts.at(-1) ?? 0;
      if (left === 0) return 0;
      return left * residualLifetime(parameters, { renewals: counts.length - 1, discountRate });
    });
    return yearlyMarginMinor * wait * total(margins);
  });
  return { ...worth, n: active };
}

type Fit = Extract<ShiftedBetaGeometric, { reason: null }>;

function modelled(fit: Fit, valueAt: (parameters: BetaGeometricParameters) => number) {
  const { alpha, beta } = fit;
  return { ...projectedFigure(fit, valueAt), method: "shiftedBetaGeometric" as const, alpha, beta };
}

function newCustomersValue(
  parameters: BetaGeometricParameters,
  { yearlyMarginMinor, discountRate }: ContractModelInput,
): number {
  const margins = residualLifetime(parameters, { renewals: 0, discountRate });
  return (yearlyMarginMinor * margins) / (1 + discountRate);
}

function quickForm(
  cohorts: readonly (readonly number[])[],
  { yearlyMarginMinor, discountRate }: ContractModelInput,
): LifetimeValue {
  const { lost, kept } = renewalTable(cohorts);
  const stayed = total(kept);
  return contractLifetimeValue({
    yearlyMarginMinor,
    opening: stayed + total(lost),
    kept: stayed,
    discountRate,
  });
}
