import { HELD_REASONS, HELD_WORDS } from "@/lib/surveys/answers/held-reason";
import type { HeldListDto } from "@/lib/surveys/answers/review.types";
import { LIST as W } from "./_words";

/** The choices of the filter, each with how many people wait for that reason. */
export function reasonOptions({ waiting }: HeldListDto, value: string) {
  const people = new Map(waiting.byReason.map((each) => [each.reason, each.people]));
  const options = HELD_REASONS.map((reason) => {
    const number = people.get(reason);
    const label = HELD_WORDS[reason];
    return { value: reason, label: number === undefined ? label : `${label} (${number})` };
  });
  return {
    name: "reason",
    label: W.reason,
    value,
    options: [{ value: "", label: W.allReasons }, ...options],
  };
}
