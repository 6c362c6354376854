import type { BehaviourScore, Kept, Rhythm, RunningRevenue } from "./assessment-types";

export type BehaviourInput = {
  readonly kept: Kept;
  readonly rhythm: Rhythm;
  readonly revenue: Pick<
    RunningRevenue,
    "orderMinor" | "runningMinor" | "baseMinor" | "baseOrderMinor" | "isShortHistory"
  > &
    Partial<Pick<RunningRevenue, "automaticOrderMinor" | "baseAutomaticOrderMinor">>;
  /** Third link, only where the setting counts share of wallet; 0..1. */
  readonly walletShare?: number | null;
};

/**
 * Behaviour score: does the account keep buying?
 *
 * Formula: the weaker of kept and rhythm; rhythm counts only where orders, standing orders left
 * out, are more than half of the base (of the running revenue while there is no base).
 *
 * @param input kept, rhythm and the revenue they rest on
 * @returns score 0..1 (.50 is the line, .75 holds steady), and its links
 * Empty: null with reason tooNew (no base and fewer than 3 gaps) or historyTooShort (the workspace's
 *   data are too young for a base).
 * @throws RangeError never
 * @source Dick & Basu, Customer Loyalty (1994); Holdfast's own construct
 * @example behaviourScore({ kept: keptRevenue({ runningMinor: 515, baseMinor: 500 }), rhythm: orderRhythm([], 0), revenue: { orderMinor: 0, runningMinor: 515, baseMinor: 500, baseOrderMinor: 0, isShortHistory: false } }).score // => 0.7875
 */
export function behaviourScore(input: BehaviourInput): BehaviourScore {
  const { kept, rhythm, revenue } = input;
  const rhythmPoints = rhythmCounts(revenue) ? rhythm.score : null;
  const links = [kept.score, rhythmPoints].filter((points) => points !== null);
  const isKnown = links.length > 0;
  if (isKnown && typeof input.walletShare === "number") links.push(input.walletShare);
  return {
    score: isKnown ? Math.min(...links) : null,
    reason: isKnown ? null : revenue.baseMinor === null ? "historyTooShort" : "tooNew",
    kept,
    rhythmScore: rhythmPoints,
    isShortHistory: revenue.isShortHistory,
  };
}

function rhythmCounts(revenue: BehaviourInput["revenue"]): boolean {
  const { baseMinor, baseOrderMinor, orderMinor, runningMinor } = revenue;
  if (baseMinor !== null && baseOrderMinor !== null && baseMinor > 0)
    return baseOrderMinor - (revenue.baseAutomaticOrderMinor ?? 0) > baseMinor / 2;
  return orderMinor - (revenue.automaticOrderMinor ?? 0) > runningMinor / 2;
}
