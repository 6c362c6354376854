import { type Estimate, interval } from "../core/result";
import { kaplanMeier, survivalAt } from "../retention/kaplan-meier";
import type { SurvivalRow } from "../retention/survival-rows";
import { secondOrderRows } from "./repurchase-curve";

/**
 * Second order within W days of the first: how likely is a newcomer to come back?
 *
 * Formula: 1 - S(W) of the Kaplan-Meier curve from the first order day to the second; customers whose
 * first order is younger than W are censored, not failures. Interval: Greenwood on log(-log).
 *
 * @param customers per customer the distinct order days, ascending; the first is the customer's first ever
 * @param options windowDays (90, 180 or 365) and the as-of day
 * @returns probability 0..1 with interval; n customers with a first order
 * Empty: null with noData without customers, notReached when nobody was followed for the whole window;
 *   no interval where nobody or everybody came back.
 * @throws RangeError when days are not whole or not ascending, naming customer and row, or the window
 *   is not above 0
 * @source Kaplan & Meier (1958), JASA 53
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
  const step = survivalAt(kaplanMeier(rows), windowDays);
  if (step === null) return { value: null, n, reason: "notReached" };
  const { low, high, survival } = step;
  const limits =
    low === null || high === null ? null : interval("greenwoodLogLog", 1 - high, 1 - low, { n });
  return { value: 1 - survival, n, interval: limits };
}
