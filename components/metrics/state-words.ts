import type { AttitudeReason, BehaviourReason, LoyaltyState, Tag } from "@/lib/metrics";

export const STATES: readonly LoyaltyState[] = [
  "loyal",
  "passive",
  "latent",
  "leaving",
  "notKnown",
];

export const STATE_WORDS: Record<LoyaltyState, { word: string; meaning: string }> = {
  loyal: { word: "Loyal", meaning: "stays and wants to" },
  passive: { word: "Passive", meaning: "stays, not convinced" },
  latent: { word: "Latent", meaning: "wants to, buys less" },
  leaving: { word: "Leaving", meaning: "buys less, not convinced" },
  notKnown: { word: "Not known", meaning: "too little to go on" },
};

type Reason = "noticeGiven" | AttitudeReason | BehaviourReason;

export const REASON_WORDS: Record<Reason, string> = {
  noticeGiven: "notice given",
  neverAsked: "never asked",
  askedNoAnswer: "asked, no answer",
  answersTooOld: "answers too old",
  askedTooRecently: "asked too recently",
  nothingScored: "no answer that scores",
  tooNew: "too new",
  historyTooShort: "history too short",
};

/** "Passive, unhappy", "Leaving, notice given", "Not known: never asked". */
export function stateInWords(standing: {
  state: LoyaltyState;
  part: "unhappy" | "lukewarm" | null;
  reason: Reason | null;
}): string {
  const { word } = STATE_WORDS[standing.state];
  if (standing.part) return `${word}, ${standing.part}`;
  if (!standing.reason) return word;
  const sign = standing.state === "notKnown" ? ":" : ",";
  return `${word}${sign} ${REASON_WORDS[standing.reason]}`;
}

export const TAG_WORDS: Record<Tag, string> = {
  lockedIn: "locked in",
  captive: "no real alternative",
  runsByItself: "runs by itself",
  boundUntil: "bound",
  decisionMakerNotHeard: "decision-maker not heard",
  theyDisagree: "they disagree",
  roomToGrow: "room to grow",
};
