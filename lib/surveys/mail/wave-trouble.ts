import type { AskingSettings } from "@/lib/workspaces/asking-settings";

/** Mails of a wave that were handed over since it was last let go on. */
export type WaveDeliveries = { sends: number; bounces: number; complaints: number };

export type WaveTrouble = { kind: "bounces" | "complaints"; count: number; sends: number };

type Limits = Pick<
  AskingSettings,
  "pauseAtBounceShare" | "pauseAtComplaintShare" | "pauseFromSends"
>;

/** What makes a wave pause: with few mails sent one bounce says nothing. Complaints weigh more. */
export function waveTrouble(
  { sends, bounces, complaints }: WaveDeliveries,
  limits: Limits,
): WaveTrouble | null {
  if (sends < limits.pauseFromSends) return null;
  if (complaints / sends >= limits.pauseAtComplaintShare && complaints > 0) {
    return { kind: "complaints", count: complaints, sends };
  }
  return bounces / sends >= limits.pauseAtBounceShare && bounces > 0
    ? { kind: "bounces", count: bounces, sends }
    : null;
}

/** As the wave's row keeps it; words are made where it is read. */
export function storedTrouble({ kind, count, sends }: WaveTrouble): string {
  return `${kind}:${count}:${sends}`;
}

export function readTrouble(stored: string | null): WaveTrouble | null {
  const [, kind, count, sends] = /^(bounces|complaints):(\d+):(\d+)$/.exec(stored ?? "") ?? [];
  if (kind !== "bounces" && kind !== "complaints") return null;
  return { kind, count: Number(count), sends: Number(sends) };
}
