import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";
import { requireAnswer } from "./find-answer";

const reopenAnswerSchema = z.object({
  invitationId: z.uuid({ error: "Open the answer again." }),
});

/** It is not done after all; the note stays, and the person is still told what changed. */
export async function reopenAnswer({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<{ invitationId: string }> {
  requirePermission(ctx, "touch:write");
  const { invitationId } = reopenAnswerSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withWorkspace(ctx, async (tx) => {
    await requireAnswer(tx, workspaceId, invitationId);
    const { count } = await tx.answerHandling.updateMany({
      where: { workspaceId, invitationId, handledAt: { not: null } },
      data: { handledAt: null, handledById: null, updatedAt: ctx.now },
    });
    if (count === 0) throw new AppError("CONFLICT", "This answer is open already.");
    await writeAudit(tx, ctx, {
      verb: "reopenAnswer",
      subjectType: "invitation",
      subjectId: invitationId,
      fields: ["handledAt"],
    });
    return { invitationId };
  });
}
