import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { invalidField } from "@/lib/errors";
import { storedAnswer } from "../design/stored-answer";
import { appendAnswers } from "./append-answers";
import { openInvitation } from "./open-invitation";
import { pressSchema } from "./press-schema";

const CHOOSE = "Choose an answer.";
const confirmAnswerSchema = pressSchema.extend({
  score: z.string({ error: CHOOSE }).max(40, CHOOSE),
});

export type PressResult = { isHeld: boolean };

/** The one press that stores a score. @throws AppError GONE when the survey has closed. */
export async function confirmAnswer({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<PressResult> {
  requirePermission(ctx, "response:write");
  const press = confirmAnswerSchema.parse(input);
  return withWorkspace(ctx, async (tx) => {
    const { invitation, held } = await openInvitation(tx, ctx, press);
    const answer = storedAnswer(invitation.asked, press.score);
    if (answer === null) throw invalidField("score", CHOOSE);
    const written = await appendAnswers(tx, ctx, invitation, [{ ...answer, comment: null }], held);
    if (written.length > 0) {
      await writeAudit(tx, ctx, {
        verb: "confirmAnswer",
        subjectType: "invitation",
        subjectId: invitation.invitationId,
        fields: held === null ? written : [...written, `held:${held}`],
      });
    }
    return { isHeld: held !== null };
  });
}
