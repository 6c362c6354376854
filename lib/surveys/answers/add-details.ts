import { z } from "zod";
import { AppError } from "@/lib/errors";
import { storedFollowUps } from "../design/stored-answer";
import type { PressResult } from "./confirm-answer";
import type { HeldReason } from "./held-reason";
import { heldReason } from "./judge-press";
import { evidenceOf, pressSchema, requireOpen, toPress, trapOf } from "./press";
import { type LinkCall, type PressedLink, withPressedLink } from "./with-survey-link";
import { type NewAnswer, writeAnswers } from "./write-answers";

export const MAX_COMMENT = 4_000;

/** Keeps line breaks and tabs; the database takes no zero bytes. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

/** Whole characters only: half of a pair would be stored as a question mark. */
function cut(text: string): string {
  return text.slice(0, MAX_COMMENT).replace(/[\ud800-\udbff]$/, "");
}

const addDetailsSchema = pressSchema.extend({
  // The page's field stops at this length; whatever is longer did not come from it.
  comment: z
    .string()
    .default("")
    .transform((text) => cut(cleaned(text))),
  /** The fields of the second step as they were sent, by the question each one answers. */
  fields: z.record(z.string(), z.string()),
});
type Details = z.infer<typeof addDetailsSchema>;

function toAnswers(link: PressedLink, { comment, fields }: Details): NewAnswer[] {
  const answers = storedFollowUps(link.asked, fields).map((answer) => ({
    ...answer,
    comment: null,
  }));
  const none = { valueNumber: null, valueCode: null, scale: null };
  return comment ? [{ ...none, question: "comment", comment }, ...answers] : answers;
}

/**
 * Where no score counts yet, what belongs to a held score is held with it.
 * @throws AppError CONFLICT where no score was sent: one the page's script left is none.
 */
function heldWithScore({ history }: PressedLink): HeldReason | null {
  const pressed = history.scores.filter((score) => score.class !== "provisional");
  const last = pressed.at(-1);
  if (!last) throw new AppError("CONFLICT", "Send the score first.");
  return pressed.some((score) => score.class === "confirmed") ? null : last.reason;
}

/** The second step: a sentence and the short questions; the score is already safe. */
export function addDetails({
  input,
  ...call
}: LinkCall & { input: unknown }): Promise<PressResult | null> {
  const details = addDetailsSchema.parse(input);
  return withPressedLink(call, async (link, send) => {
    requireOpen(link);
    const press = toPress(link, details);
    const reason = heldReason(press, link.history, link.settings) ?? heldWithScore(link);
    writeAnswers(link, send, {
      verb: "addDetails",
      answers: toAnswers(link, details),
      class: reason === null ? "confirmed" : "held",
      reason,
      evidence: evidenceOf(link, press.isTrusted),
      ...trapOf(link, press),
    });
    return { isHeld: reason !== null };
  });
}
