import { staffWords } from "@/lib/i18n/staff-words";
import type { AttitudeReason, BehaviourReason, LoyaltyState, Tag } from "@/lib/metrics";

export const STATES: readonly LoyaltyState[] = [
  "loyal",
  "passive",
  "latent",
  "leaving",
  "notKnown",
];

type Reason = "noticeGiven" | AttitudeReason | BehaviourReason;

export function stateWord(state: LoyaltyState, locale: string): string {
  return staffWords(locale, "chart")(`states.${state}.word`);
}

export function stateMeaning(state: LoyaltyState, locale: string): string {
  return staffWords(locale, "chart")(`states.${state}.meaning`);
}

export function stateReason(reason: Reason, locale: string): string {
  return staffWords(locale, "loyalty")(`state.reasons.${reason}`);
}

/** "Passive, unhappy", "Leaving, notice given", "Not known: never asked". */
export function stateInWords(
  standing: {
    state: LoyaltyState;
    part: "unhappy" | "lukewarm" | null;
    reason: Reason | null;
  },
  locale: string,
): string {
  const { state, part, reason } = standing;
  const word = stateWord(state, locale);
  if (part) return `${word}, ${staffWords(locale, "loyalty")(`state.parts.${part}`)}`;
  if (!reason) return word;
  return `${word}${state === "notKnown" ? ":" : ","} ${stateReason(reason, locale)}`;
}

export function tagWord(tag: Tag, locale: string): string {
  return staffWords(locale, "loyalty")(`state.tags.${tag}`);
}
