import type { QueueState } from "@/lib/surveys/mail/sending.types";

/** From what waits to what is over. */
export const STATES: readonly QueueState[] = [
  "pending",
  "paused",
  "claimed",
  "handed",
  "uncertain",
  "sent",
  "bounced",
  "failed",
  "suppressed",
  "skipped",
];

type Wait = { unit: "seconds" | "minutes" | "hours" | "days"; count: number };

/** A wait in the largest unit of which it is two or more. */
export function waitOf(seconds: number): Wait {
  if (seconds < 120) return { unit: "seconds", count: seconds };
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return { unit: "minutes", count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? { unit: "hours", count: hours }
    : { unit: "days", count: Math.round(hours / 24) };
}
