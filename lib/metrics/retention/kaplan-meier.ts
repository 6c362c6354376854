import { checkNonNegative } from "../core/check";
import { z95 } from "../core/result";

/** One account: followed from `entry` (0 by default) to `time`; `event` when it ended there. */
export type SurvivalRow = {
  readonly time: number;
  readonly event: boolean;
  readonly entry?: number;
};

export type SurvivalStep = {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** Null where the share is 1 or 0: there the method has no interval. */
  readonly low: number | null;
  readonly high: number | null;
};

export type SurvivalCurve =
  | {
      readonly steps: readonly SurvivalStep[];
      readonly n: number;
      readonly events: number;
      /** First time at which at most half remain; null while more than half remain. */
      readonly median: number | null;
      /** Longest time anybody was followed: the curve says nothing beyond it. */
      readonly lastTime: number;
      readonly reason: null;
    }
  | { readonly steps: readonly []; readonly n: 0; readonly reason: "noData" };

/**
 * Kaplan-Meier curve: which share is still there after so long, counting those not yet gone fairly?
 *
 * Formula: at each time with an end, S falls by the factor 1 - ends / at risk; at risk are those who
 * entered before that time and were followed to it or longer. Interval: Greenwood on log(-log S).
 *
 * @param rows one row per account: time of end or of last sight, any unit, above entry
 * @returns a step per time with an end, the median and the longest follow-up
 * Empty: no steps with reason noData; no ends give no steps and S = 1 throughout.
 * @throws RangeError when a time is negative, not finite or not after its entry, naming the row
 * @source Kaplan & Meier (1958), JASA 53; Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data (2002)
 * @example kaplanMeier([{ time: 2, event: true }, { time: 3, event: false }, { time: 4, event: true }]).steps.map((step) => step.survival) // => [0.667, 0]
 */
export function kaplanMeier(rows: readonly SurvivalRow[]): SurvivalCurve {
  checkSurvivalRows(rows, "rows");
  if (rows.length === 0) return { steps: [], n: 0, reason: "noData" };
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let events = 0;
  for (const { time, atRisk, ends } of riskTable(rows)) {
    survival *= 1 - ends / atRisk;
    greenwood += ends / (atRisk * (atRisk - ends));
    events += ends;
    const [low, high] = logLogLimits(survival, greenwood);
    steps.push({ time, atRisk, events: ends, survival, low, high });
  }
  return {
    steps,
    n: rows.length,
    events,
    median: steps.find((step) => step.survival <= 0.5 + 1e-12)?.time ?? null,
    lastTime: Math.max(...rows.map(({ time }) => time)),
    reason: null,
  };
}

export function checkSurvivalRows(rows: readonly SurvivalRow[], name: string): void {
  rows.forEach(({ time, entry = 0 }, index) => {
    checkNonNegative(time, `${name}[${index}].time`);
    checkNonNegative(entry, `${name}[${index}].entry`);
    if (entry >= time && time > 0)
      throw new RangeError(`${name}[${index}].time must come after its entry`);
  });
}

/** Distinct times with an end, ascending, with the number at risk and of ends. */
export function riskTable(rows: readonly SurvivalRow[]) {
  const endsAt = new Map<number, number>();
  for (const { time, event } of rows) if (event) endsAt.set(time, (endsAt.get(time) ?? 0) + 1);
  const exits = rows.map(({ time }) => time).sort((a, b) => a - b);
  // Entry 0 is no delay: such an account is at risk even of an end at time 0.
  const entries = rows.map(({ entry = 0 }) => (entry === 0 ? -1 : entry)).sort((a, b) => a - b);
  let left = 0;
  let entered = 0;
  return [...endsAt.keys()]
    .sort((a, b) => a - b)
    .map((time) => {
      while (left < exits.length && (exits[left] as number) < time) left += 1;
      while (entered < entries.length && (entries[entered] as number) < time) entered += 1;
      return { time, atRisk: entered - left, ends: endsAt.get(time) as number };
    });
}

function logLogLimits(survival: number, greenwood: number): [number | null, number | null] {
  if (survival <= 0 || survival >= 1) return [null, null];
  const spread = Math.exp((z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)));
  return [survival ** spread, survival ** (1 / spread)];
}

/** S at a time: 1 before the first step, null beyond the longest follow-up unless nobody is left. */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalStep | null {
  if (curve.reason !== null) return null;
  const step = curve.steps.findLast((one) => one.time <= time);
  if (time > curve.lastTime && step?.survival !== 0) return null;
  return step ?? { time, atRisk: curve.n, events: 0, survival: 1, low: null, high: null };
}
