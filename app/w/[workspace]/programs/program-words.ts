import type { BadgeTone } from "@/components/ui/badge";
import { staffWords } from "@/lib/i18n/staff-words";
import type { ProgramSummary } from "@/lib/surveys/programs/list-programs";

export const PROGRAM_TONES: Record<ProgramSummary["state"], BadgeTone> = {
  active: "accent",
  paused: "warning",
  ended: "plain",
};

/** "3 days after a delivery" */
export function whenWords(
  { kind, trigger }: Pick<ProgramSummary, "kind" | "trigger">,
  locale: string,
): string {
  const t = staffWords(locale, "asking");
  if (kind === "drip" || trigger === null) return t("when.drip");
  return t(`when.${trigger.event}`, { days: trigger.days });
}
