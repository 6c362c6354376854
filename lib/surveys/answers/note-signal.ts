import { isReleasedBySignal } from "./judge-press";
import { evidenceOf, pressSchema, requireOpen, toPress } from "./press";
import { type LinkCall, withPressedLink } from "./with-survey-link";
import { writeAnswers } from "./write-answers";

/**
 * A person's pointer, key or touch on the page after the press. Of two different scores within
 * seconds the last one counts after all, because somebody was there. Null for a link that is none.
 */
export function noteSignal({
  input,
  ...call
}: LinkCall & { input: unknown }): Promise<{ isReleased: boolean } | null> {
  const given = pressSchema.parse(input);
  return withPressedLink(call, async (link, send) => {
    requireOpen(link);
    const press = toPress(link, given);
    const last = link.history.scores.at(-1);
    const event = link.events.find(({ id }) => id === last?.id);
    if (!last || !event || !isReleasedBySignal(press, link.history, link.settings)) {
      return { isReleased: false };
    }
    const { question, valueNumber, valueCode } = event;
    const scale = valueNumber === null ? null : link.asked.scale;
    writeAnswers(link, send, {
      verb: "noteSignal",
      answers: [{ question, valueNumber, valueCode, scale, comment: null }],
      class: "confirmed",
      reason: null,
      evidence: { ...evidenceOf(link, true), isReleased: true },
      visitKind: "signal",
    });
    return { isReleased: true };
  });
}
