import type { MailRefusal } from "@/lib/consent/mail-refusals";

/** Nobody is asked more often than this, whatever the survey. */
export const ASK_INTERVAL_DAYS = 90;
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
  "answered",
  "closed",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** As an admin reads them on the preview and on the wave. */
export const SKIP_WORDS: Record<SkipReason, string> = {
  left: "left the company",
  erased: "erased or archived",
  no_email: "no e-mail address",
  opted_out: "no surveys wanted",
  suppressed: "not to be written to",
  no_consent: "has not agreed to surveys, which this country's mode asks for",
  not_neutral: "the survey's own words are not neutral",
  asked_recently: "asked recently",
  answered: "answered before the reminder",
  closed: "the survey has closed",
};

export type AskedPerson = {
  email: string | null;
  /** ISO day. */
  leftOn: string | null;
  isGone: boolean;
  refusal: MailRefusal | null;
  lastAskedAt: Date | null;
  /** The person's own wish; null is the workspace's rule. */
  intervalDays: number | null;
};

/** Why this person is not asked now; null means ask. The same rule previews and sends. */
export function skipReason(
  person: AskedPerson,
  at: { now: Date; today: string; asksDespiteInterval: boolean },
): SkipReason | null {
  if (person.isGone) return "erased";
  if (person.leftOn !== null && person.leftOn <= at.today) return "left";
  if (!person.email) return "no_email";
  if (person.refusal) return person.refusal;
  const interval = Math.max(person.intervalDays ?? 0, ASK_INTERVAL_DAYS) * MS_PER_DAY;
  const isRecent =
    person.lastAskedAt !== null && at.now.getTime() - person.lastAskedAt.getTime() < interval;
  return isRecent && !at.asksDespiteInterval ? "asked_recently" : null;
}
