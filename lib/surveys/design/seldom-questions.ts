import { dayNumber } from "@/lib/format/calendar";
import { SELDOM_QUESTIONS, type SeldomQuestion } from "./question-codes";
import type { AskedQuestion } from "./survey-question";

/** A person is asked each of these at most once in so many days. */
export const SELDOM_DAYS = 365;
/** And not this shortly before the account's decision date: it would read as a sales question. */
export const QUIET_BEFORE_DECISION_DAYS = 90;

export const SELDOM_REASONS = ["asked_this_year", "decision_near"] as const;
export type SeldomReason = (typeof SELDOM_REASONS)[number];

/** What is known of one person and one question. */
export type SeldomPast = {
  /** ISO day on which the person was asked or answered last. */
  lastAskedOn: string | null;
  /** ISO day: the next decision date of the account. */
  decisionOn: string | null;
};

/** Why this person is not asked this question now; null means it may be asked. */
export function seldomReason(
  past: SeldomPast,
  at: { today: string; asksNearDecision: boolean },
): SeldomReason | null {
  const today = dayNumber(at.today);
  if (past.lastAskedOn !== null && today - dayNumber(past.lastAskedOn) < SELDOM_DAYS) {
    return "asked_this_year";
  }
  if (past.decisionOn === null || at.asksNearDecision) return null;
  const ahead = dayNumber(past.decisionOn) - today;
  return ahead >= 0 && ahead <= QUIET_BEFORE_DECISION_DAYS ? "decision_near" : null;
}

/**
 * One time the question came near a person. `asked`: it was the first question of a mail, or there is
 * an answer to it. `offered`: it followed a score the person gave, if the rule allowed it then.
 */
export type SeldomEvent = { on: string; kind: "asked" | "offered" };

/**
 * The last day on which the question was really asked. Whether an offer was shown is not stored, as
 * opening a page stores nothing; the rule itself says which of them were.
 */
export function lastAskedOn(events: readonly SeldomEvent[]): string | null {
  const order = events.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  let last: string | null = null;
  for (const { on, kind } of order) {
    const isAllowed = last === null || dayNumber(on) - dayNumber(last) >= SELDOM_DAYS;
    if (kind === "asked" || isAllowed) last = on;
  }
  return last;
}

export function isSeldom(question: string): question is SeldomQuestion {
  return SELDOM_QUESTIONS.some((seldom) => seldom === question);
}

/** Of a survey: the questions the rule is about, the first one among them. */
export function seldomQuestionsOf(
  asked: Pick<AskedQuestion, "question" | "followUps">,
): SeldomQuestion[] {
  const all = [asked.question, ...asked.followUps];
  return SELDOM_QUESTIONS.filter((question) => all.includes(question));
}

/** The survey without the follow-ups that may not be asked now. */
export function withoutSeldom(
  asked: AskedQuestion,
  reasons: ReadonlyMap<SeldomQuestion, SeldomReason>,
): AskedQuestion {
  const followUps = asked.followUps.filter(
    (followUp) => !isSeldom(followUp) || !reasons.has(followUp),
  );
  return followUps.length === asked.followUps.length ? asked : { ...asked, followUps };
}
