import type { BadgeTone } from "@/components/ui/badge";
import { formatCount, joinWords } from "@/lib/format/count";
import type { WaveCounts } from "@/lib/surveys/waves/load-wave-counts";
import type { PersonState, WaveState } from "@/lib/surveys/waves/wave.types";

export const WAVE_STATES: Record<WaveState, { label: string; tone: BadgeTone }> = {
  draft: { label: "draft", tone: "plain" },
  sending: { label: "sending", tone: "accent" },
  paused: { label: "paused", tone: "warning" },
  sent: { label: "open", tone: "accent" },
  closed: { label: "closed", tone: "plain" },
};

export const PERSON_STATES: Record<PersonState, { label: string; tone: BadgeTone }> = {
  answered: { label: "answered", tone: "accent" },
  held: { label: "held", tone: "warning" },
  visited: { label: "visited, not sent", tone: "plain" },
  delivered: { label: "delivered", tone: "plain" },
  waiting: { label: "waiting", tone: "plain" },
  uncertain: { label: "uncertain", tone: "warning" },
  not_delivered: { label: "not delivered", tone: "danger" },
  skipped: { label: "skipped", tone: "plain" },
};

export const CONTACT_ROLE_WORDS: Record<string, string> = {
  decision_maker: "decision-maker",
  influencer: "influencer",
  user: "user",
};

export function roleWords(role: string | null): string {
  return (role && CONTACT_ROLE_WORDS[role]) || "role not known";
}

/** "2 of 5 people asked have answered." */
export function headlineWords(counts: WaveCounts): string {
  if (counts.asked === 0) return "Nobody was asked.";
  const people = formatCount(counts.asked, "person", "people");
  const have = counts.answered === 1 ? "has" : "have";
  return `${counts.answered} of ${people} asked ${have} answered`;
}

/** What became of the rest, only what there is. */
export function restWords(counts: WaveCounts): string {
  const rest: [number, string][] = [
    [counts.waiting, "waiting to be sent"],
    [counts.visitedOnly, "visited but did not send"],
    [counts.held, "held"],
    [counts.uncertain, "uncertain"],
    [counts.notDelivered, "not delivered"],
    [counts.skipped, "skipped"],
  ];
  const words = rest.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return words.length === 0 ? "" : `${joinWords(words)}.`;
}
