import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withFacts } from "@/lib/facts/with-facts";
import { seesNames } from "@/lib/workspaces/sees-names";
import { buildEntry } from "./build-entry";
import { invitationOfAnswer, requireAnswer } from "./find-answer";
import type { InboxEntryDto } from "./inbox.types";
import { type AnswerDetail, loadAnswerDetails } from "./load-answer-details";
import { type ReplyRefusal, replyTo } from "./reply-refusal";

const getAnswerSchema = z.object({ answerId: z.uuid() });

export type AnswerDto = InboxEntryDto & {
  details: AnswerDetail[];
  note: string | null;
  whatChanged: string | null;
  /** Why no mail can be written; null where one can. */
  replyRefusal: ReplyRefusal | null;
  canAct: boolean;
};

/** One answer with everything said on its page, and what was done about it. */
export async function getAnswer({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AnswerDto> {
  requirePermission(ctx, "account:read");
  const { answerId } = getAnswerSchema.parse(input);
  const workspaceId = ctx.workspace.id;
  return withFacts(ctx, async (tx, facts) => {
    const invitationId = await invitationOfAnswer(tx, workspaceId, answerId);
    const row = await requireAnswer(tx, workspaceId, invitationId);
    const showsNames = await seesNames(tx, ctx);
    const handling = await tx.answerHandling.findFirst({
      where: { workspaceId, invitationId },
      select: { note: true, whatChanged: true },
    });
    const to = await replyTo(tx, ctx, row.accountId === null ? null : row.contactId);
    return {
      ...buildEntry(ctx, row, { facts, showsNames }),
      details: await loadAnswerDetails(tx, ctx, row),
      note: handling?.note ?? null,
      whatChanged: handling?.whatChanged ?? null,
      replyRefusal: showsNames ? to.refusal : "hidden",
      canAct: can(ctx.actor, "touch:write"),
    };
  });
}
