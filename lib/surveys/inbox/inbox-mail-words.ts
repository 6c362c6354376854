import type { AnswerNeed } from "./answer-needs";
import type { Standing } from "./answer-points";

/** Every word of the mails to colleagues. */
export const NEED_WORDS: Record<AnswerNeed, string> = {
  contact_me: "Asks to be contacted",
  complaint: "Words of a complaint",
  decision_maker_below: "A decision-maker who is not convinced",
  fell_below: "Was convinced the last time, is not now",
};

export const STANDING_WORDS: Record<Standing, string> = {
  unhappy: "unhappy",
  lukewarm: "lukewarm",
  convinced: "convinced",
};

export const ROLE_WORDS: Record<string, string> = {
  decision_maker: "decision-maker",
  influencer: "influencer",
  user: "user",
};

export const WORDS = {
  alertSubject: (account: string | null) =>
    account ? `An answer from ${account} needs you` : "An answer needs you",
  digestSubject: (count: number, company: string) =>
    count === 1 ? `${company}: 1 new answer` : `${company}: ${count} new answers`,
  greeting: (name: string) => `Hello ${name},`,
  why: "Why you are told at once:",
  open: "Open the answer",
  openInbox: "Open the inbox",
  digestIntro: (count: number) =>
    count === 1
      ? "This answer came since the last digest:"
      : `These ${count} answers came since the last digest:`,
  more: (count: number) => (count === 1 ? "And 1 more." : `And ${count} more.`),
  nobodyNamed: "Somebody",
  noAccount: "Nobody in particular",
  alertFoot:
    "Sent once per answer, to whoever owns the account or the touchpoint. Everything else waits for the digest.",
  digestFoot: "Daily, weekly or not at all:",
  profile: "choose in your profile",
} as const;
