import { staffWords } from "@/lib/i18n/staff-words";
import type { RetentionDto } from "@/lib/loyalty/retention.types";

const STEPS = [
  "opening",
  "expansion",
  "contraction",
  "lost",
  "new",
  "wonBack",
  "exchange",
  "closing",
] as const;
export type BridgeStep = { step: (typeof STEPS)[number]; label: string; minor: number };

/** What made the closing revenue of the opening one; what went away is below nought. */
export function bridgeSteps(
  { bridge }: Pick<RetentionDto, "bridge">,
  locale: string,
): BridgeStep[] {
  const t = staffWords(locale, "retention");
  if (bridge === null) return [];
  const signed = {
    ...bridge,
    contractionMinor: -bridge.contractionMinor,
    lostMinor: -bridge.lostMinor,
  };
  return STEPS.map((step) => ({ step, label: t(`bridge.${step}`), minor: signed[`${step}Minor`] }));
}
