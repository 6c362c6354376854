import type { RenewalSignal, SignalCode } from "@/lib/metrics";

export const SIGNAL_WORDS: Record<SignalCode, string> = {
  S1: "a decision-maker is unhappy",
  S2: "would not choose us again",
  S3: "a rival is named",
  S4: "buys clearly less or is late",
  S5: "a promise is overdue",
  S6: "notice was hinted at",
  W1: "a decision-maker is lukewarm",
  W2: "no decision-maker heard in 180 days",
  W3: "silent",
  W4: "complaints",
  W5: "negotiates tougher than last time",
  W6: "share of wallet is down",
  W7: "owner or main contact changed",
  W8: "their people disagree",
};

export const VERDICT_WORDS: Record<RenewalSignal["verdict"], string> = {
  atRisk: "at risk",
  watch: "watch",
  onTrack: "on track",
  cannotSay: "cannot say",
};

export const CALL_WORDS = { safe: "safe", unsure: "unsure", atRisk: "at risk" } as const;

export function signalWord(code: string): string {
  return code in SIGNAL_WORDS ? SIGNAL_WORDS[code as SignalCode] : code;
}
