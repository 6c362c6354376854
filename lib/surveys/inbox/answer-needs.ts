import { answerPoints, isBelowLine, type StoredScore } from "./answer-points";
import { hasComplaintWords } from "./complaint-words";

/** Why an answer cannot wait for the digest, the most pressing first. */
export const ANSWER_NEEDS = [
  "contact_me",
  "complaint",
  "decision_maker_below",
  "fell_below",
] as const;
export type AnswerNeed = (typeof ANSWER_NEEDS)[number];

type Told = {
  score: StoredScore;
  /** The person's answer to the same question before; null where there was none. */
  before: StoredScore | null;
  role: string | null;
  comment: string | null;
  wantsContact: boolean;
};

function hasFallen({ score, before }: Told): boolean {
  if (before === null || !isBelowLine(score)) return false;
  return answerPoints(before) !== null && !isBelowLine(before);
}

export function answerNeeds(told: Told): AnswerNeed[] {
  const holds: Record<AnswerNeed, boolean> = {
    contact_me: told.wantsContact,
    complaint: hasComplaintWords(told.comment),
    decision_maker_below: told.role === "decision_maker" && isBelowLine(told.score),
    fell_below: hasFallen(told),
  };
  return ANSWER_NEEDS.filter((need) => holds[need]);
}

/** As stored; a need of an older release is none any more. */
export function toAnswerNeeds(stored: readonly string[]): AnswerNeed[] {
  return ANSWER_NEEDS.filter((need) => stored.includes(need));
}
