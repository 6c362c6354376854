import { isAtLeast } from "../core/result";
import type { AttitudeReason, LoyaltyState } from "./assessment-types";
import type { MapSums, Placed } from "./map-types";

export type MutablePile = { accounts: number; revenueMinor: number };
export type Piles<K extends string> = { [P in K]: MutablePile };
export type MutableSums = {
  -readonly [K in keyof MapSums]: K extends "states"
    ? Piles<LoyaltyState>
    : K extends "unheardByReason"
      ? Piles<AttitudeReason>
      : MutablePile;
};

const states: readonly LoyaltyState[] = ["loyal", "passive", "latent", "leaving", "notKnown"];
const reasons: readonly AttitudeReason[] = [
  "neverAsked",
  "askedNoAnswer",
  "answersTooOld",
  "askedTooRecently",
  "nothingScored",
];

export function piles<K extends string>(keys: readonly K[]): Piles<K> {
  return Object.fromEntries(keys.map((key) => [key, emptyPile()])) as Piles<K>;
}

function emptyPile(): MutablePile {
  return { accounts: 0, revenueMinor: 0 };
}

export function emptyMapSums(): MutableSums {
  return {
    ...piles(["total", "unhappy", "lukewarm", "unheard", "notProven", "staying"]),
    states: piles(states),
    unheardByReason: piles(reasons),
  };
}

/** Staying: behaviour at the line or above and no notice, which is leaving whatever else holds. */
export function isStaying({ standing, behaviour }: Placed, line: number): boolean {
  return (
    standing !== null &&
    standing.state !== "leaving" &&
    behaviour.score !== null &&
    isAtLeast(behaviour.score, line)
  );
}

export function addTo(pile: MutablePile, revenueMinor: number): void {
  pile.accounts += 1;
  pile.revenueMinor += revenueMinor;
}

/** The piles of one account that is active; another is in none. */
export function addPlaced(sums: MutableSums, placed: Placed, line: number): void {
  const { standing, attitude } = placed;
  if (standing === null) return;
  const revenue = placed.revenue.runningMinor;
  const stays = isStaying(placed, line);
  const isUnheard = stays && attitude.score === null;
  addTo(sums.total, revenue);
  addTo(sums.states[standing.state], revenue);
  if (standing.part !== null) addTo(sums[standing.part], revenue);
  if (stays) addTo(sums.staying, revenue);
  if (isUnheard) addTo(sums.unheard, revenue);
  if (isUnheard && attitude.reason !== null) addTo(sums.unheardByReason[attitude.reason], revenue);
  if (isUnheard || standing.state === "passive") addTo(sums.notProven, revenue);
}
