import type { BadgeTone } from "@/components/ui/badge";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AnswerNeed } from "@/lib/surveys/inbox/answer-needs";
import type { InboxPerson } from "@/lib/surveys/inbox/inbox.types";
import { CONTACT_ROLES } from "../waves/wave-words";

export const NEED_TONES: Record<AnswerNeed, BadgeTone> = {
  contact_me: "accent",
  complaint: "danger",
  decision_maker_below: "warning",
  fell_below: "warning",
};

/** "Anne Krog, decision-maker" */
export function personWords(person: InboxPerson | null, locale: string): string {
  const t = staffWords(locale, "answers");
  if (person === null) return t("anonymous");
  const name = person.name ?? t(person.isHidden ? "hiddenName" : "noName");
  const role = CONTACT_ROLES.find((one) => one === person.role);
  if (!role) return name;
  return t("personWithRole", { name, role: staffWords(locale, "asking")(`roles.${role}`) });
}
