import type { BadgeTone } from "@/components/ui/badge";
import { joinWords } from "@/lib/format/count";
import { formatNumber } from "@/lib/format/number";
import type { StaffMessages } from "@/lib/i18n/staff/en/all";
import { staffWords } from "@/lib/i18n/staff-words";
import type { WaveTrouble } from "@/lib/surveys/mail/wave-trouble";
import type { WaveCounts } from "@/lib/surveys/waves/load-wave-counts";
import type { PersonNote, PersonState, WaveState } from "@/lib/surveys/waves/wave.types";

export const WAVE_TONES: Record<WaveState, BadgeTone> = {
  draft: "plain",
  sending: "accent",
  paused: "warning",
  sent: "accent",
  closed: "plain",
};

export const PERSON_TONES: Record<PersonState, BadgeTone> = {
  answered: "accent",
  held: "warning",
  visited: "plain",
  delivered: "plain",
  waiting: "plain",
  uncertain: "warning",
  not_delivered: "danger",
  skipped: "plain",
};

export const CONTACT_ROLES = ["decision_maker", "influencer", "user"] as const;

export function roleWords(role: string | null, locale: string): string {
  const known = CONTACT_ROLES.find((one) => one === role) ?? "unknown";
  return staffWords(locale, "asking")(`roles.${known}`);
}

/** "2 of 5 people asked have answered." */
export function headlineWords({ asked, answered }: WaveCounts, locale: string): string {
  const t = staffWords(locale, "asking");
  return asked === 0 ? t("wave.nobody") : t("wave.headline", { asked, answered });
}

const REST = ["waiting", "visitedOnly", "held", "uncertain", "notDelivered", "skipped"] as const;

/** What became of the rest, only what there is. */
export function restWords(counts: WaveCounts, locale: string): string {
  const t = staffWords(locale, "asking");
  const parts = REST.filter((what) => counts[what] > 0).map((what) =>
    t(`wave.restParts.${what}`, { count: counts[what] }),
  );
  return parts.length === 0 ? "" : t("wave.rest", { what: joinWords(parts, locale) });
}

type MailReason = keyof StaffMessages["asking"]["mailReasons"];

/** Why a mail waits or did not go, where it was not the mail server that said so; else its codes are read. */
export function ownReasonWords(reason: string, locale: string): string | null {
  const t = staffWords(locale, "asking");
  const key = `mailReasons.${reason as MailReason}` as const;
  // Codes of a server hold dots, which would be read as a path.
  return /^[a-z_]+$/.test(reason) && t.has(key) ? t(key) : null;
}

/** Why, beside a person's state. */
export function noteWords(note: PersonNote, locale: string): string {
  const t = staffWords(locale, "asking");
  switch (note.kind) {
    case "held":
      return staffWords(locale, "answers")(`held.reasons.${note.reason}`);
    case "skipped":
      return t(`skips.${note.reason}`);
    case "refused":
      if (note.reason === null) return t("notes.refusedUnknown");
      return ownReasonWords(note.reason, locale) ?? t("notes.refused", { reason: note.reason });
    case "retried":
      return ownReasonWords(note.reason, locale) ?? t("notes.retried", { reason: note.reason });
  }
}

/** Why a wave paused by itself. */
export function troubleWords({ kind, count, sends }: WaveTrouble, locale: string): string {
  const t = staffWords(locale, "asking");
  return t(`resting.${kind}`, { count, sends: formatNumber(sends, locale) });
}
