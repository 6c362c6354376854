import { z } from "zod";
import { invalidField } from "@/lib/errors";
import { storedAnswer } from "../design/stored-answer";
import { enqueueReceipt } from "../mail/enqueue-receipt";
import { judgeScore } from "./judge-press";
import { evidenceOf, pressSchema, requireOpen, toPress, trapOf } from "./press";
import { type LinkCall, withPressedLink } from "./with-survey-link";
import { writeAnswers } from "./write-answers";

const CHOOSE = "Choose an answer.";
const confirmAnswerSchema = pressSchema.extend({
  score: z.string({ error: CHOOSE }).max(40, CHOOSE),
});

export type PressResult = { isHeld: boolean };

/**
 * The one press that stores a score; null for a link that is none.
 * @throws AppError GONE when the survey has closed.
 */
export function confirmAnswer({
  input,
  ...call
}: LinkCall & { input: unknown }): Promise<PressResult | null> {
  const given = confirmAnswerSchema.parse(input);
  return withPressedLink(call, async (link, send, run) => {
    requireOpen(link);
    const answer = storedAnswer(link.asked, given.score);
    if (answer === null) throw invalidField("score", CHOOSE);
    const press = toPress(link, given);
    const { reason, withdrawn } = judgeScore(
      { ...press, value: given.score },
      link.history,
      link.settings,
    );
    const written = writeAnswers(link, send, {
      verb: "confirmAnswer",
      answers: [{ ...answer, comment: null }],
      class: reason === null ? "confirmed" : "held",
      reason,
      evidence: evidenceOf(link, press.isTrusted),
      withdrawn: { scores: withdrawn, reason: "two_scores" },
      ...trapOf(link, press),
    });
    const isNews = written.length > 0 && reason === null;
    if (isNews && link.settings.sendsReceipt && link.contactId !== null) {
      await enqueueReceipt(run, send, link.ctx, link.invitationId);
    }
    return { isHeld: reason !== null };
  });
}
