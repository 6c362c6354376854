export type HeldReason = "honeypot" | "staff" | "too_fast";

/** As staff read them in the list of answers. */
export const HELD_WORDS: Record<HeldReason, string> = {
  honeypot: "a hidden field was filled in, which only machines do",
  staff: "answered by staff",
  too_fast: "answered within seconds of sending, before a person could",
};

/** No person reads a mail and answers this soon after the mail server has taken it. */
export const HAND_OVER_GRACE_SECONDS = 10;

export type Press = {
  now: Date;
  handedAt: Date | null;
  /** 0 in a demo workspace, whose mails arrive at once. */
  graceSeconds: number;
  isStaff: boolean;
  hasHoneypot: boolean;
};

/** Why an answer is kept aside instead of counting; null means it counts. */
export function heldReason(press: Press): HeldReason | null {
  if (press.isStaff) return "staff";
  if (press.hasHoneypot) return "honeypot";
  if (press.handedAt === null) return null;
  const seconds = (press.now.getTime() - press.handedAt.getTime()) / 1000;
  return seconds < press.graceSeconds ? "too_fast" : null;
}
