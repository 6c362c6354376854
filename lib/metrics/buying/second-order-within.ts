import { type Estimate, interval } from "../core/result";
import { betaProductLimits } from "../retention/beta-product";
import { kaplanMeier, survivalAt } from "../retention/kaplan-meier";
import type { SurvivalRow } from "../retention/survival-rows";
import { secondOrderRows } from "./repurchase-curve";

/**
 * Second order within W days of the first: how likely is a newcomer to come back?
 *
 * Formula: 1 - S(W) of the Kaplan-Meier curve from the first order day to the second; customers whose
 * first order is younger than W are censored, not failures. Interval: Greenwood on log(-log); beta
 * product where everybody or nobody came back.
 *
 * @param customers per customer the distinct order days, ascending; the first is the customer's first ever
 * @param options windowDays (90, 180 or 365) and the as-of day
 * @returns probability 0..1 with interval; n customers with a first order
 * Empty: null with noData without customers, notReached when nobody was followed for the whole window.
 * @throws RangeError when days are not whole or not ascending, naming customer and row, or the window
 *   is not above 0
 * @source Kaplan & Meier (1958), JASA 53; Fay, Brittain & Proschan (2013), Biostatistics 14
 * @example secondOrderWithin([[0, 30], [0], [0, 100]], { windowDays: 90, asOfDay: 400 }).value // => 0.333
 */
export function secondOrderWithin(
  customers: readonly ArrayLike<number>[],
  options: { readonly windowDays: number; readonly asOfDay: number },
): Estimate<"noData" | "notReached"> {
  checkWindow(options.windowDays);
  return endedWithin(secondOrderRows(customers, options.asOfDay), options.windowDays);
}

export function checkWindow(windowDays: number): void {
  if (!(windowDays > 0 && Number.isFinite(windowDays)))
    throw new RangeError(`windowDays must be a finite number above 0, got ${windowDays}`);
}

/** 1 - S(W): the chance of an end within the window. */
export function endedWithin(
  rows: readonly SurvivalRow[],
  windowDays: number,
): Estimate<"noData" | "notReached"> {
  const n = rows.length;
  if (n === 0) return { value: null, n, reason: "noData" };
  const curve = kaplanMeier(rows);
  const step = survivalAt(curve, windowDays);
  if (step === null) return { value: null, n, reason: "notReached" };
  const { low, high, survival } = step;
  const value = 1 - survival;
  if (low !== null && high !== null)
    return { value, n, interval: interval("greenwoodLogLog", 1 - high, 1 - low, { n }) };
  const followed = survival === 0 ? 0 : rows.filter(({ time }) => time >= windowDays).length;
  const [least, most] = betaProductLimits(
    curve.steps.filter(({ time }) => time <= windowDays),
    followed,
  );
  return { value, n, interval: interval("betaProduct", 1 - most, 1 - least, { n }) };
}
