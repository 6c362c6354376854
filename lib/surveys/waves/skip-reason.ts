import type { MailRefusal } from "@/lib/consent/mail-refusals";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";

const MS_PER_DAY = 86_400_000;

export const SKIP_REASONS = [
  "left",
  "erased",
  "no_email",
  "opted_out",
  "suppressed",
  "no_consent",
  "not_neutral",
  "asked_recently",
  "account_asked_enough",
  "asked_this_year",
  "decision_near",
  "vetoed",
  "answered",
  "closed",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export type AskedPerson = {
  email: string | null;
  /** ISO day. */
  leftOn: string | null;
  isGone: boolean;
  refusal: MailRefusal | null;
  lastAskedAt: Date | null;
  /** The person's own wish; null is the workspace's rule. */
  intervalDays: number | null;
  /** Invitations the account had, or will have before this one, in the quarter. */
  accountAsks: number;
};

export type AskingRules = Pick<AskingSettings, "contactIntervalDays" | "accountAsksPerQuarter">;

/** Why this person is not asked now; null means ask. The same rule previews and sends. */
export function skipReason(
  person: AskedPerson,
  at: { now: Date; today: string; asksDespiteInterval: boolean; rules: AskingRules },
): SkipReason | null {
  if (person.isGone) return "erased";
  if (person.leftOn !== null && person.leftOn <= at.today) return "left";
  if (!person.email) return "no_email";
  if (person.refusal) return person.refusal;
  if (at.asksDespiteInterval) return null;
  const interval = Math.max(person.intervalDays ?? 0, at.rules.contactIntervalDays) * MS_PER_DAY;
  const isRecent =
    person.lastAskedAt !== null && at.now.getTime() - person.lastAskedAt.getTime() < interval;
  if (isRecent) return "asked_recently";
  return person.accountAsks >= at.rules.accountAsksPerQuarter ? "account_asked_enough" : null;
}
