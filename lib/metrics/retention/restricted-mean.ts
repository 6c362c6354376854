import { type Estimate, interval, z95 } from "../core/result";
import { kaplanMeier, survivalAt } from "./kaplan-meier";
import type { SurvivalRow } from "./survival-rows";

/**
 * Restricted mean: how long does a customer stay on average within the first so many days?
 *
 * Formula: area under the Kaplan-Meier curve from 0 to the horizon. Interval: root of the sum over the
 * ends of (area from that end to the horizon) squared x ends / (at risk x (at risk - ends)), normal,
 * kept between 0 and the horizon.
 *
 * @param rows one row per account, as for `kaplanMeier`
 * @param options until: the horizon, in the unit of the rows, above 0
 * @returns mean time within the horizon, in the unit of the rows; n accounts
 * Empty: null with noData without rows, notReached where nobody was followed up to the horizon.
 * @throws RangeError when a row is bad, naming it, or the horizon is not above 0
 * @source Klein & Moeschberger, Survival Analysis (2003), section 4.5
 * @example restrictedMean([{ time: 2, event: true }, { time: 4, event: true }], { until: 4 }).value // => 3
 */
export function restrictedMean(
  rows: readonly SurvivalRow[],
  options: { readonly until: number },
): Estimate<"noData" | "notReached"> {
  const { until } = options;
  if (!(until > 0 && Number.isFinite(until))) throw new RangeError("until must be above 0");
  const curve = kaplanMeier(rows);
  const n = curve.n;
  if (curve.reason !== null) return { value: null, n, reason: curve.reason };
  if (survivalAt(curve, until) === null) return { value: null, n, reason: "notReached" };
  let area = 0;
  let variance = 0;
  let end = until;
  for (const { time, survival, events, atRisk } of curve.steps.toReversed()) {
    if (time >= until) continue;
    area += survival * (end - time);
    // Where all at risk ended at once the area behind them is 0, and so is their part of the doubt.
    if (events < atRisk) variance += (area ** 2 * events) / (atRisk * (atRisk - events));
    end = time;
  }
  const value = area + end;
  const spread = z95 * Math.sqrt(variance);
  const limits = [Math.max(0, value - spread), Math.min(until, value + spread)] as const;
  return { value, n, interval: interval("greenwood", ...limits, { n }) };
}
