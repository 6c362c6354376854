import { z } from "zod";
import { storedAnswer } from "../design/stored-answer";
import { isWorthKeeping } from "./judge-press";
import { evidenceOf, pressSchema, requireOpen, toPress } from "./press";
import { type LinkCall, withPressedLink } from "./with-survey-link";
import { writeAnswers } from "./write-answers";

const keepUnsentAnswerSchema = pressSchema.extend({
  score: z.string().max(40),
  /** What the script saw of a person: a touch of the page, or a page in view and in focus. */
  signal: z.enum(["input", "focus"]),
});

/**
 * What a person chose and left without pressing Send: kept as provisional where the rules for it are
 * met, else nothing. Any later press replaces it. Null for a link that is none.
 */
export function keepUnsentAnswer({
  input,
  ...call
}: LinkCall & { input: unknown }): Promise<{ isKept: boolean } | null> {
  const given = keepUnsentAnswerSchema.parse(input);
  return withPressedLink(call, async (link, send) => {
    requireOpen(link);
    const answer = storedAnswer(link.asked, given.score);
    const press = { ...toPress(link, given), value: given.score, signal: given.signal };
    if (answer === null || !isWorthKeeping(press, link.history, link.settings)) {
      return { isKept: false };
    }
    writeAnswers(link, send, {
      verb: "keepUnsentAnswer",
      answers: [{ ...answer, comment: null }],
      class: "provisional",
      reason: "not_sent",
      evidence: { ...evidenceOf(link, given.signal === "input"), signal: given.signal },
    });
    return { isKept: true };
  });
}
