/** Why an answer does not count by itself. Answers a script sent have the reason `not_sent`. */
export const HELD_REASONS = [
  "too_fast",
  "two_scores",
  "honeypot",
  "prefetch",
  "scanner",
  "staff",
  "not_sent",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** As staff read them in the list of answers. */
export const HELD_WORDS: Record<HeldReason, string> = {
  too_fast: "answered within seconds of sending, before a person could",
  two_scores: "two different answers within seconds, and no hand on the page",
  honeypot: "a hidden field was filled in, which only machines do",
  prefetch: "a program was fetching the page ahead at that moment",
  scanner: "sent by a program that checks mail for viruses or makes previews",
  staff: "answered by staff",
  not_sent: "chosen on the page, but Send was not pressed",
};
