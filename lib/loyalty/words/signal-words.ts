import { staffWords } from "@/lib/i18n/staff-words";
import type { SignalCode } from "@/lib/metrics";

const CODES: Record<SignalCode, true> = {
  S1: true,
  S2: true,
  S3: true,
  S4: true,
  S5: true,
  S6: true,
  W1: true,
  W2: true,
  W3: true,
  W4: true,
  W5: true,
  W6: true,
  W7: true,
  W8: true,
};

export function signalWord(code: string, locale: string): string {
  if (!(code in CODES)) return code;
  return staffWords(locale, "loyalty")(`signals.${code as SignalCode}`);
}
