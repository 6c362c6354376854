import { checkWholeBetween } from "../core/check";
import { silentShare } from "../core/finite-population";
import { sumOf } from "../core/order-statistics";
import { type Interval, interval, z95 } from "../core/result";
import { kishSize } from "../statistics/effective-sample-size";

/** One answer, or one account's mean of its answers: -1 to 1, and what it weighs. */
export type Vote = { readonly vote: number; readonly weight: number };

/** +1 promoter (9-10), 0 passive (7-8), -1 detractor (0-6). */
export function voteOf(score: number, name: () => string): number {
  checkWholeBetween(score, 0, 10, name);
  if (score >= 9) return 1;
  return score >= 7 ? 0 : -1;
}

/** The mean of an account's votes; null where it is silent. @param name of the scores, for a bad one */
export function meanVote(scores: readonly number[], name: () => string): number | null {
  if (scores.length === 0) return null;
  let total = 0;
  for (let at = 0; at < scores.length; at += 1)
    total += voteOf(scores[at] as number, () => `${name()}[${at}]`);
  return total / scores.length;
}

/** Promoters, passives and detractors among the three answers that are added. */
const ADDED = [
  { vote: 1, times: 0.75 },
  { vote: 0, times: 1.5 },
  { vote: -1, times: 0.75 },
] as const;

/**
 * Centre and standard error of a score with three voters of mean weight added. Without them a group
 * that agrees would be certain of itself. They fade, as the doubt does, with the share that is silent.
 */
export function adjustedScore(votes: readonly Vote[], silent: number) {
  const total = sumOf(votes, ({ weight }) => weight);
  const added = (silent * total) / votes.length;
  const whole = total + 3 * added;
  const centre = sumOf(votes, ({ vote, weight }) => vote * weight) / whole;
  const squares = sumOf(votes, ({ vote, weight }) => (weight * (vote - centre)) ** 2);
  const extra = sumOf(ADDED, ({ vote, times }) => times * (vote - centre) ** 2);
  const mean = total / votes.length;
  const variance = (squares + silent * mean * mean * extra) / whole ** 2;
  return { centre, standardError: Math.sqrt(variance * silent) };
}

/** In points -100..100. */
export function scoreInterval(
  value: number,
  votes: readonly Vote[],
  population: number | null,
): Interval {
  const n = votes.length;
  const { centre, standardError } = adjustedScore(votes, silentShare(n, population));
  const half = z95 * standardError;
  const total = sumOf(votes, ({ weight }) => weight);
  return interval(
    "adjustedWald",
    Math.max(-100, Math.min(value, 100 * (centre - half))),
    Math.min(100, Math.max(value, 100 * (centre + half))),
    {
      n,
      effectiveN: kishSize(votes, ({ weight }) => weight, total),
      population,
    },
  );
}
