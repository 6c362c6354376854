import { staffWords } from "@/lib/i18n/staff-words";
import { HELD_REASONS } from "@/lib/surveys/answers/held-reason";
import type { HeldListDto } from "@/lib/surveys/answers/review.types";

/** The choices of the filter, each with how many people wait for that reason. */
export function reasonOptions({ waiting }: HeldListDto, value: string, locale: string) {
  const t = staffWords(locale, "answers");
  const known = new Map(waiting.byReason.map((each) => [each.reason, each.people]));
  const options = HELD_REASONS.map((reason) => {
    const people = known.get(reason);
    const label = t(`held.reasons.${reason}`);
    const counted =
      people === undefined ? label : t("held.reasonPeople", { reason: label, people });
    return { value: reason, label: counted };
  });
  return {
    name: "reason",
    label: t("held.reason"),
    value,
    options: [{ value: "", label: t("held.allReasons") }, ...options],
  };
}
