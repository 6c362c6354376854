import { isAtLeast, isAtMost } from "../core/result";
import type { Attitude, Behaviour, Standing } from "./assessment-types";
import { defaultLoyaltySettings } from "./settings";

/**
 * Loyalty state: does the account stay, and does it want to?
 *
 * Formula: leaving = notice given, or both scores below .50; not known = otherwise a score is null;
 * loyal = both at least .50; passive = behaviour at least .50, attitude below (unhappy up to .30,
 * else lukewarm); latent = attitude at least .50, behaviour below.
 *
 * @param behaviour score 0..1 or null with its reason
 * @param attitude score 0..1 or null with its reason
 * @param isNoticeGiven notice given or end recorded at the as-of day
 * @param settings line and the upper end of unhappy
 * @returns exactly one of the five states, the part of passive, and the reason for leaving by notice
 *   or not known
 * Empty: a null score is a state of its own, not known; attitude's reason goes before behaviour's.
 * @throws RangeError never
 * @source Dick & Basu, Customer Loyalty: Toward an Integrated Conceptual Framework (1994); Holdfast's own construct
 * @example loyaltyState({ score: 0.75, reason: null }, { score: 0.2, reason: null }, false) // => { state: "passive", part: "unhappy", reason: null }
 */
export function loyaltyState(
  behaviour: Pick<Behaviour, "score" | "reason">,
  attitude: Pick<Attitude, "score" | "reason">,
  isNoticeGiven: boolean,
  settings: { line: number; unhappyUpTo: number } = defaultLoyaltySettings,
): Standing {
  if (isNoticeGiven) return { state: "leaving", part: null, reason: "noticeGiven" };
  if (attitude.score === null || behaviour.score === null)
    return { state: "notKnown", part: null, reason: attitude.reason ?? behaviour.reason };
  const stays = isAtLeast(behaviour.score, settings.line);
  const wantsTo = isAtLeast(attitude.score, settings.line);
  if (stays && wantsTo) return { state: "loyal", part: null, reason: null };
  if (!stays) return { state: wantsTo ? "latent" : "leaving", part: null, reason: null };
  const isUnhappy = isAtMost(attitude.score, settings.unhappyUpTo);
  return { state: "passive", part: isUnhappy ? "unhappy" : "lukewarm", reason: null };
}
