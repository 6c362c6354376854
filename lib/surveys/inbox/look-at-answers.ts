import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import { newId } from "@/lib/db/new-id";
import type { Tx } from "@/lib/db/with-workspace";
import { NO_ID } from "@/lib/format/id-bytes";
import { enqueueEvents } from "@/lib/webhooks/enqueue-event";
import { answerEvent } from "./answer-event";
import { answerNeeds } from "./answer-needs";
import type { StoredScore } from "./answer-points";
import { enqueueAlerts } from "./enqueue-alerts";
import { loadEntries } from "./load-entries";
import type { LookedAt } from "./looked-at";

const AT_ONCE = 2_000;
/** An answer may be committed after one whose id is younger: the last moments are looked at again. */
const UNSETTLED_MS = 120_000;

/** Ids are made from the clock: every id made before this moment is smaller. */
function idAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

async function seenSoFar(tx: Tx, workspaceId: string): Promise<string> {
  await tx.$executeRaw`
    INSERT INTO inbox_state (workspace_id, seen_id) VALUES (${workspaceId}::uuid, ${NO_ID}::uuid)
    ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ seenId: string }[]>`
    SELECT seen_id AS "seenId" FROM inbox_state WHERE workspace_id = ${workspaceId}::uuid FOR UPDATE`;
  return row?.seenId ?? NO_ID;
}

/** What each person said to the same question before, by the id of the score. */
async function scoresBefore(
  tx: Tx,
  workspaceId: string,
  scoreIds: readonly string[],
): Promise<Map<string, StoredScore>> {
  const ws = Prisma.sql`${workspaceId}::uuid`;
  const rows = await tx.$queryRaw<(StoredScore & { id: string })[]>`
    SELECT r.id, b.question, b.scale, b.value_number AS "valueNumber", b.value_code AS "valueCode"
    FROM response_event r
    JOIN LATERAL (
      SELECT e.question, e.scale, e.value_number, e.value_code FROM response_event e
      WHERE e.workspace_id = ${ws} AND e.contact_id = r.contact_id AND e.question = r.question
        AND e.scope = r.scope AND e.class = 'confirmed' AND e.answered_at < r.answered_at
        AND e.invitation_id IS DISTINCT FROM r.invitation_id
      ORDER BY e.answered_at DESC, e.id DESC LIMIT 1) b ON true
    WHERE r.workspace_id = ${ws} AND r.id = ANY(${scoreIds}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** A need that was not there before opens an answer again that somebody had seen to. */
async function storeNeeds(tx: Tx, ctx: Ctx, answers: readonly LookedAt[]): Promise<void> {
  const told = answers.filter(({ looked, needs }) => looked.length > 0 || needs !== null);
  if (told.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO answer_handling AS h (workspace_id, id, invitation_id, needs, updated_at)
    SELECT ${ctx.workspace.id}::uuid, t.id, t.invitation_id,
      COALESCE(string_to_array(NULLIF(t.needs, ''), ' '), '{}'), ${ctx.now}
    FROM unnest(${told.map(() => newId())}::uuid[], ${told.map((a) => a.invitationId)}::uuid[],
      ${told.map((a) => a.looked.join(" "))}::text[]) AS t(id, invitation_id, needs)
    ON CONFLICT (workspace_id, invitation_id) DO UPDATE SET needs = excluded.needs,
      handled_at = CASE WHEN excluded.needs <@ h.needs THEN h.handled_at END,
      handled_by_id = CASE WHEN excluded.needs <@ h.needs THEN h.handled_by_id END
    WHERE h.needs IS DISTINCT FROM excluded.needs`;
}

/** The last confirmed event that changes what a receiver is told, by invitation. */
async function lastWords(
  tx: Tx,
  workspaceId: string,
  invitationIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ invitationId: string; id: string }[]>`
    SELECT DISTINCT ON (r.invitation_id) r.invitation_id AS "invitationId", r.id
    FROM response_event r JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.invitation_id = ANY(${invitationIds}::uuid[])
      AND r.class = 'confirmed'
      AND (r.comment IS NOT NULL OR r.question = s.question OR r.question = 'contact_me')
    ORDER BY r.invitation_id, r.answered_at DESC, r.id DESC`;
  return new Map(rows.map(({ invitationId, id }) => [invitationId, id]));
}

async function look(tx: Tx, ctx: Ctx, invitationIds: readonly string[]): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const where = Prisma.sql`r.invitation_id = ANY(${invitationIds}::uuid[])`;
  const rows = await loadEntries(tx, workspaceId, where, invitationIds.length);
  const before = await scoresBefore(
    tx,
    workspaceId,
    rows.map((row) => row.id),
  );
  const answers = rows.map((row) => {
    const told = { ...row, score: row, before: before.get(row.id) ?? null };
    return { ...row, looked: answerNeeds(told) };
  });
  await storeNeeds(tx, ctx, answers);
  await enqueueAlerts(tx, ctx, answers);
  const words = await lastWords(tx, workspaceId, invitationIds);
  const events = answers.map((row) => answerEvent(row, words.get(row.invitationId) ?? null));
  await enqueueEvents(tx, ctx, events);
}

/**
 * Looks at confirmed answers that came since the last time: stores why one needs somebody and alerts
 * whom it concerns. @returns how many events were looked at.
 */
export async function lookAtAnswers(tx: Tx, ctx: Ctx): Promise<number> {
  const { workspace, now } = ctx;
  const seen = await seenSoFar(tx, workspace.id);
  const events = await tx.$queryRaw<{ id: string; invitationId: string | null; class: string }[]>`
    SELECT id, invitation_id AS "invitationId", class FROM response_event
    WHERE workspace_id = ${workspace.id}::uuid AND id > ${seen}::uuid
    ORDER BY id LIMIT ${AT_ONCE}`;
  const last = events.at(-1);
  if (!last) return 0;
  const confirmed = events.flatMap((event) =>
    event.class === "confirmed" && event.invitationId ? event.invitationId : [],
  );
  if (confirmed.length > 0) await look(tx, ctx, [...new Set(confirmed)]);
  const settled = idAt(new Date(now.getTime() - UNSETTLED_MS));
  const [seenId = seen] = [last.id, settled].sort();
  if (seenId > seen) {
    await tx.inboxState.update({
      where: { workspaceId: workspace.id },
      data: { seenId },
      select: { workspaceId: true },
    });
  }
  return events.length;
}

/** Whether a longer history than one look takes is left. */
export async function hasMoreToLookAt(tx: Tx, { workspace, now }: Ctx): Promise<boolean> {
  const state = await tx.inboxState.findFirst({
    where: { workspaceId: workspace.id },
    select: { seenId: true },
  });
  const settled = idAt(new Date(now.getTime() - UNSETTLED_MS));
  const event = await tx.responseEvent.findFirst({
    where: { workspaceId: workspace.id, id: { gt: state?.seenId ?? NO_ID, lt: settled } },
    select: { id: true },
  });
  return event !== null;
}
