import { checkCount, checkFinite } from "../core/check";
import type { Estimate } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";
import type { DriverFigure, DriverImportance, DriverReason } from "./driver-types";

/** From the ground up: what is asked for first stands first. */
export const ladderRungs = ["added_value", "service", "communication", "incentives"] as const;

export type LadderRung = (typeof ladderRungs)[number];

export type RungFigure = {
  readonly rung: LadderRung;
  /** Explains more than chance, and a better answer goes with a better outcome; null if not known. */
  readonly matters: boolean | null;
  /** The mean answer lies below the line, by its whole interval; null where the interval spans it. */
  readonly isWeak: boolean | null;
  readonly importance: Estimate<DriverReason>;
  readonly performance: Estimate;
};

export type LadderAdvice = {
  /**
   * workOn: this rung first. valueCarries: the product itself beats the rivals', the rest is polish.
   * nothingWeak: no rung that matters is weak. unclear: one that matters may be weak or not.
   */
  readonly advice: "workOn" | "valueCarries" | "nothingWeak" | "unclear" | null;
  /** The lowest rung that is weak and matters. */
  readonly rung: LadderRung | null;
  /** Rungs that matter, stand lower than that one, and may be weak or not. */
  readonly unclear: readonly LadderRung[];
  /** Share that answered "better" to the comparison with the alternatives. */
  readonly better: Estimate;
  readonly rungs: readonly RungFigure[];
  readonly n: number;
  readonly reason: DriverReason | null;
};

export type LadderOptions = {
  /** A mean answer below it is weak: 4 of 5, "satisfied", by default. */
  readonly weakBelow?: number;
  /** How customers compare us with their alternatives. */
  readonly advantage?: { readonly better: number; readonly same: number; readonly worse: number };
};

/**
 * Ladder advice: which rung of value, service, communication and incentives should be worked on first?
 *
 * Formula: the lowest rung that both is weak (its mean answer below 4 by its whole interval) and matters
 * (explains more than chance, in the right direction). Where most customers surely call us better than
 * their alternatives and added value is not weak, value carries and that rung is polish. Lower rungs
 * that matter and whose interval spans the line are named as unclear.
 *
 * @param drivers the result of `driverImportance`, its blocks named as the rungs; a rung not asked is skipped
 * @param options weakBelow, the line of a weak mean answer; advantage, counts of better, same and worse
 * @returns the advice with its rung, and per rung whether it matters and is weak; n complete answers
 * Empty: no advice with the reason of the drivers: noData, tooFewAnswers or noVariation.
 * @throws RangeError when a count is not whole or the line is not finite
 * @source Holdfast's own construct; importance x performance after Martilla & James (1977), Journal of Marketing 41
 * @example ladderAdvice(driverImportance([], { items: [{ key: "service" }] })).reason // => "noData"
 */
export function ladderAdvice(drivers: DriverImportance, options: LadderOptions = {}): LadderAdvice {
  const { weakBelow = 4, advantage = { better: 0, same: 0, worse: 0 } } = options;
  checkFinite(weakBelow, "weakBelow");
  const better = shareBetter(advantage);
  const rungs = ladderRungs.flatMap((rung) => {
    const figure = drivers.groups.find(({ key }) => key === rung);
    return figure === undefined ? [] : [rungFigure(rung, figure, weakBelow)];
  });
  const first = rungs.findIndex(({ matters, isWeak }) => matters === true && isWeak === true);
  const lower = first === -1 ? rungs : rungs.slice(0, first);
  const unclear = lower.filter(({ matters, isWeak }) => matters === true && isWeak === null);
  const basis = { better, rungs, n: drivers.n };
  if (drivers.reason !== null)
    return { ...basis, advice: null, rung: null, unclear: [], reason: drivers.reason };
  return {
    ...basis,
    advice: adviceOf(rungs, first, unclear.length > 0, isMostlyBetter(better)),
    rung: rungs[first]?.rung ?? null,
    unclear: unclear.map(({ rung }) => rung),
    reason: null,
  };
}

function adviceOf(
  rungs: readonly RungFigure[],
  first: number,
  isUnclear: boolean,
  isBetter: boolean,
): LadderAdvice["advice"] {
  const value = rungs.find(({ rung }) => rung === "added_value");
  if (isBetter && value !== undefined && value.isWeak !== true) return "valueCarries";
  if (first !== -1) return "workOn";
  return isUnclear ? "unclear" : "nothingWeak";
}

function rungFigure(rung: LadderRung, figure: DriverFigure, weakBelow: number): RungFigure {
  const { importance, performance, matters, direction } = figure;
  return {
    rung,
    matters: matters && (direction ?? 0) > 0,
    isWeak: weakness(performance, weakBelow),
    importance,
    performance,
  };
}

function weakness(performance: Estimate, weakBelow: number): boolean | null {
  if (performance.value === null || performance.interval === null) return null;
  if (performance.interval.high < weakBelow) return true;
  return performance.interval.low >= weakBelow ? false : null;
}

function shareBetter({ better, same, worse }: NonNullable<LadderOptions["advantage"]>): Estimate {
  checkCount(better, "advantage.better");
  checkCount(same, "advantage.same");
  checkCount(worse, "advantage.worse");
  return wilsonInterval(better, better + same + worse);
}

function isMostlyBetter(better: Estimate): boolean {
  return better.value !== null && better.interval !== null && better.interval.low > 0.5;
}
