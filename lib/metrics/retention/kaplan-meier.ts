import { z95 } from "../core/result";
import { checkSurvivalRows, endTimes, riskTable, type SurvivalRow } from "./survival-rows";

export type { SurvivalRow } from "./survival-rows";

export type SurvivalStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Null where the share is 1 or 0: there the method has no interval. */
  readonly low: number | null;
  readonly high: number | null;
};

/** Times at which the lower and the upper limit of the curve reach one half; null where they do not. */
export type MedianLimits = { readonly low: number | null; readonly high: number | null };

export type SurvivalCurve =
  | {
      readonly steps: readonly SurvivalStep[];
      readonly n: number;
      readonly events: number;
      /** First time at which at most half remain; null while more than half remain. */
      readonly median: number | null;
      readonly medianLimits: MedianLimits;
      /** Longest time anybody was followed: the curve says nothing beyond it. */
      readonly lastTime: number;
      readonly reason: null;
    }
  | { readonly steps: readonly []; readonly n: 0; readonly reason: "noData" };

/**
 * Kaplan-Meier curve: which share is still there after so long, counting those not yet gone fairly?
 *
 * Formula: at each time with an end, S falls by the factor 1 - ends / at risk; at risk are those who
 * entered before that time and were followed to it or longer. Interval: Greenwood on log(-log S); the
 * median's limits are the times at which those of the curve reach one half.
 *
 * @param rows one row per account: time of end or of last sight, any unit, after its entry
 * @returns a step per time with an end, the median with its limits, and the longest follow-up
 * Empty: no steps with reason noData; no ends give no steps and S = 1 throughout; a median or limit
 *   that is not reached is null.
 * @throws RangeError when a time is negative, not finite or not after its entry, naming the row
 * @source Kaplan & Meier (1958), JASA 53; Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data (2002); Brookmeyer & Crowley (1982), Biometrics 38
 * @example kaplanMeier([{ time: 2, event: true }, { time: 3, event: false }, { time: 4, event: true }]).steps.map((step) => step.survival) // => [0.667, 0]
 * @example kaplanMeier([{ time: 2, event: true }, { time: 3, event: true }, { time: 4, event: true }]).median // => 3
 */
export function kaplanMeier(rows: readonly SurvivalRow[]): SurvivalCurve {
  checkSurvivalRows(rows, "rows");
  if (rows.length === 0) return { steps: [], n: 0, reason: "noData" };
  const steps = survivalSteps(rows);
  return {
    steps,
    n: rows.length,
    events: steps.reduce((total, { events }) => total + events, 0),
    median: firstTimeAtHalf(steps, ({ survival }) => survival),
    medianLimits: {
      low: firstTimeAtHalf(steps, ({ low }) => low),
      high: firstTimeAtHalf(steps, ({ high }) => high),
    },
    lastTime: rows.reduce((last, { time }) => Math.max(last, time), 0),
    reason: null,
  };
}

function survivalSteps(rows: readonly SurvivalRow[]): SurvivalStep[] {
  const times = endTimes(rows);
  const table = riskTable(rows, times);
  let survival = 1;
  let greenwood = 0;
  return Array.from(times, (time, index) => {
    const atRisk = table.atRisk[index] as number;
    const events = table.ends[index] as number;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const [low, high] = logLogLimits(survival, greenwood);
    return { time, atRisk, events, survival, low, high };
  });
}

function logLogLimits(survival: number, greenwood: number): [number | null, number | null] {
  if (survival === 0) return [null, null];
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / -Math.log(survival));
  return [survival ** spread, survival ** (1 / spread)];
}

function firstTimeAtHalf(
  steps: readonly SurvivalStep[],
  shareOf: (step: SurvivalStep) => number | null,
): number | null {
  // A product of fractions misses one half by the last bit.
  return steps.find((step) => (shareOf(step) ?? 1) <= 0.5 + 1e-12)?.time ?? null;
}

/**
 * Survival at a time: which share is still there then?
 *
 * Formula: S of the last step up to the time; 1 before the first.
 *
 * @param curve from `kaplanMeier`
 * @param time in the unit of the curve
 * @returns the step that holds at the time, with its interval
 * Empty: null without a curve, and beyond the longest follow-up unless nobody is left.
 * @throws RangeError never
 * @source Kaplan & Meier (1958), JASA 53
 * @example survivalAt(kaplanMeier([{ time: 2, event: true }, { time: 4, event: false }]), 3).survival // => 0.5
 */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalStep | null {
  if (curve.reason !== null) return null;
  const step = curve.steps.findLast((one) => one.time <= time);
  if (time > curve.lastTime && step?.survival !== 0) return null;
  return step ?? { time, atRisk: curve.n, events: 0, survival: 1, low: null, high: null };
}
