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
