import type { Ctx } from "@/lib/auth/ctx";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { markFactsChanged } from "@/lib/facts/mark-changed";
import { dateColumn, dateIn } from "@/lib/format/calendar";
import type { StoredAnswer } from "../design/stored-answer";
import type { HeldReason } from "./held-reason";
import type { InvitationFacts } from "./load-invitation";

export type NewAnswer = StoredAnswer & { comment: string | null };

type Latest = NewAnswer & { class: string; reason: string | null };

async function loadLatest(
  tx: Tx,
  workspaceId: string,
  invitationId: string,
): Promise<Map<string, Latest>> {
  const rows = await tx.$queryRaw<Latest[]>`
    SELECT DISTINCT ON (question) question, value_number AS "valueNumber",
      value_code AS "valueCode", comment, scale, class, reason
    FROM response_event
    WHERE workspace_id = ${workspaceId}::uuid AND invitation_id = ${invitationId}::uuid
    ORDER BY question, answered_at DESC, id DESC`;
  return new Map(rows.map((row) => [row.question, row]));
}

function isSame(latest: Latest | undefined, answer: NewAnswer, held: HeldReason | null): boolean {
  return (
    latest !== undefined &&
    latest.valueNumber === answer.valueNumber &&
    latest.valueCode === answer.valueCode &&
    latest.comment === answer.comment &&
    latest.reason === held
  );
}

/**
 * Appends what differs from the last event of its question. The caller holds the invitation's lock,
 * so a double click, a resend or a second tab adds nothing.
 * @returns names of the questions that were written.
 */
export async function appendAnswers(
  tx: Tx,
  ctx: Ctx,
  invitation: InvitationFacts,
  answers: readonly NewAnswer[],
  held: HeldReason | null,
): Promise<string[]> {
  const { workspace, now } = ctx;
  const latest = await loadLatest(tx, workspace.id, invitation.invitationId);
  const changed = answers.filter((answer) => !isSame(latest.get(answer.question), answer, held));
  for (const answer of changed) {
    await tx.responseEvent.create({
      data: {
        workspaceId: workspace.id,
        id: newId(),
        invitationId: invitation.invitationId,
        surveyId: invitation.surveyId,
        contactId: invitation.contact.id,
        accountId: invitation.account.id,
        ...answer,
        scope: invitation.asked.scope,
        class: held === null ? "confirmed" : "held",
        reason: held,
        evidence: { handOverKnown: invitation.handedAt !== null },
        answeredAt: now,
        answeredOn: dateColumn(dateIn(workspace.timeZone, now)),
      },
      select: { id: true },
    });
  }
  if (changed.length > 0 && held === null) {
    await markFactsChanged(tx, workspace.id, [invitation.account.id], now);
  }
  return changed.map((answer) => answer.question);
}
