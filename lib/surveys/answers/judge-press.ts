import type { AskingSettings } from "@/lib/workspaces/asking-settings";
import type { HeldReason } from "./held-reason";

// What speaks against an answer, from survey to survey the same. Times are instants; nothing here
// reads the clock or the database.

/** An answer to the first question that was given before. */
export type EarlierScore = {
  id: string;
  /** "9", "no_real_alternative". */
  value: string;
  class: "confirmed" | "provisional" | "held";
  reason: HeldReason | null;
  at: Date;
  /** A person's pointer, key or touch came with it. */
  isTrusted: boolean;
};

/** What the invitation's link has seen so far. */
export type LinkHistory = {
  handedAt: Date | null;
  /** Earliest first. */
  scores: readonly EarlierScore[];
  honeypotAt: Date | null;
  prefetchAt: Date | null;
  /** The last sign of a person on one of the pages. */
  signalAt: Date | null;
  /** Choices of the mail's links that were opened. */
  openedChoices: readonly string[];
};

export type Press = {
  now: Date;
  isTrusted: boolean;
  isStaff: boolean;
  hasHoneypot: boolean;
  isPrefetch: boolean;
  isScanner: boolean;
};

type Rules = Pick<
  AskingSettings,
  "handOverGraceSeconds" | "twoScoresSeconds" | "honeypotSeconds" | "prefetchSeconds"
>;

function isWithin(at: Date | null, now: Date, seconds: number): boolean {
  return at !== null && now.getTime() - at.getTime() < seconds * 1000;
}

/** Why a press of any form is kept aside; null means it counts. */
export function heldReason(press: Press, history: LinkHistory, rules: Rules): HeldReason | null {
  const { now } = press;
  if (press.isStaff) return "staff";
  if (press.isScanner) return "scanner";
  if (press.hasHoneypot || isWithin(history.honeypotAt, now, rules.honeypotSeconds)) {
    return "honeypot";
  }
  if (press.isPrefetch || isWithin(history.prefetchAt, now, rules.prefetchSeconds)) {
    return "prefetch";
  }
  if (isWithin(history.handedAt, now, rules.handOverGraceSeconds)) return "too_fast";
  return null;
}

export type Verdict = {
  reason: HeldReason | null;
  /** Earlier answers that this press shows to be a machine's; they stop counting with it. */
  withdrawn: readonly EarlierScore[];
};

/**
 * The same for the score itself. Two different ones within seconds are a machine trying the links,
 * unless a person touched the page in between: whoever taps 8, looks, and taps 9 counts.
 */
export function judgeScore(
  press: Press & { value: string },
  history: LinkHistory,
  rules: Rules,
): Verdict {
  const reason = heldReason(press, history, rules);
  if (press.isTrusted || press.isStaff) return { reason, withdrawn: [] };
  const rivals = history.scores.filter(
    (score) =>
      score.value !== press.value &&
      score.reason !== "staff" &&
      isWithin(score.at, press.now, rules.twoScoresSeconds) &&
      !(history.signalAt && history.signalAt >= score.at),
  );
  const withdrawn = rivals.filter((score) => score.class !== "held" && !score.isTrusted);
  return { reason: reason ?? (rivals.length > 0 ? "two_scores" : null), withdrawn };
}

/** What a trap sprung now says of untrusted answers given moments before it. */
export function exposedBy(
  trap: { kind: "honeypot" | "prefetch"; now: Date },
  history: LinkHistory,
  rules: Rules,
): EarlierScore[] {
  const seconds = trap.kind === "honeypot" ? rules.honeypotSeconds : rules.prefetchSeconds;
  return history.scores.filter(
    (score) => score.class !== "held" && !score.isTrusted && isWithin(score.at, trap.now, seconds),
  );
}

/**
 * Whether a score that a script sent is kept, as provisional: somebody was there, opened exactly one
 * of the mail's links, and not within the first moments in which machines open them all.
 */
export function isWorthKeeping(
  press: Press & { value: string; signal: "input" | "focus" },
  history: LinkHistory,
  rules: Rules & Pick<AskingSettings, "takesProvisional" | "provisionalAfterSeconds">,
): boolean {
  const [opened, ...others] = history.openedChoices;
  // A page that was only looked at says what its link said; another choice takes a hand.
  const isTheirs = press.signal === "input" || press.value === opened;
  return (
    rules.takesProvisional &&
    isTheirs &&
    opened !== undefined &&
    others.length === 0 &&
    history.honeypotAt === null &&
    !isWithin(history.handedAt, press.now, rules.provisionalAfterSeconds) &&
    heldReason(press, history, rules) === null &&
    !history.scores.some((score) => score.class === "confirmed")
  );
}

/** Whether a person's sign right after it speaks for the last score, held as one of two. */
export function isReleasedBySignal(press: Press, history: LinkHistory, rules: Rules): boolean {
  const last = history.scores.at(-1);
  return (
    last?.reason === "two_scores" &&
    isWithin(last.at, press.now, rules.twoScoresSeconds) &&
    heldReason(press, history, rules) === null
  );
}
