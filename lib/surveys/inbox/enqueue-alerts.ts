import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { loadInboxReaders, readersOf } from "./inbox-readers";
import type { LookedAt } from "./looked-at";

/** Old answers are no news: an import, or a worker that was away for long, alerts nobody. */
const NEWS_MS = 24 * 3_600_000;
/** The sentence comes after the score, and whoever mis-clicked corrects it: the mail waits for both. */
const WAIT_MS = 120_000;

async function alertedBefore(
  tx: Tx,
  workspaceId: string,
  invitationIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT m.employee_id::text || ' ' || (m.payload->>'invitationId') AS key
    FROM mail_outbox m
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.kind = 'alert'
      AND m.payload->>'invitationId' = ANY(${invitationIds}::text[])`;
  return new Set(rows.map((row) => row.key));
}

/** One mail per answer and colleague, whatever is said later. */
export async function enqueueAlerts(tx: Tx, ctx: Ctx, answers: readonly LookedAt[]): Promise<void> {
  const { workspace, now } = ctx;
  const pressing = answers.filter(
    ({ looked, at, handledAt }) =>
      looked.length > 0 && handledAt === null && now.getTime() - at.getTime() <= NEWS_MS,
  );
  if (pressing.length === 0) return;
  const readers = await loadInboxReaders(tx, workspace.id);
  const ids = pressing.map((answer) => answer.invitationId);
  const alerted = await alertedBefore(tx, workspace.id, ids);
  const dueAt = new Date(now.getTime() + WAIT_MS);
  for (const answer of pressing) {
    for (const { employeeId } of readersOf(answer, readers)) {
      const { invitationId } = answer;
      if (alerted.has(`${employeeId} ${invitationId}`)) continue;
      await enqueueMail(tx, ctx, { kind: "alert", employeeId, payload: { invitationId }, dueAt });
    }
  }
}
