import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { Prisma } from "@/lib/db/generated/client";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { addDays, dateIn, instantOf } from "@/lib/format/calendar";
import { loadRetentionSettings, type RetentionSettings } from "@/lib/workspaces/retention-settings";

const RETENTION_TIMEOUT_MS = 120_000;

type Night = { tx: Tx; workspaceId: string; today: string; before: (days: number) => Date };

/** The first look of a person stays, without when it was looked at with what: the counts stay true. */
async function thinVisits({ tx, workspaceId, today }: Night, { visitDays }: RetentionSettings) {
  const closed = addDays(today, -visitDays);
  const gone = await tx.$executeRaw`
    DELETE FROM invitation_visit WHERE workspace_id = ${workspaceId}::uuid AND id IN (
      SELECT id FROM (
        SELECT v.id, v.prefetch OR v.is_scanner OR v.method <> 'GET' OR v.kind <> 'view' AS is_other,
          row_number() OVER (PARTITION BY v.invitation_id
            ORDER BY v.prefetch OR v.is_scanner OR v.method <> 'GET' OR v.kind <> 'view', v.at, v.id)
            AS place
        FROM invitation_visit v
        JOIN invitation i ON i.workspace_id = v.workspace_id AND i.id = v.invitation_id
        WHERE v.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
          AND i.closes_on < ${closed}::date) old
      WHERE is_other OR place > 1)`;
  const bare = await tx.$executeRaw`
    UPDATE invitation_visit v SET agent_hash = NULL, choice = NULL
    FROM invitation i
    WHERE v.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
      AND i.id = v.invitation_id AND i.closes_on < ${closed}::date
      AND (v.agent_hash IS NOT NULL OR v.choice IS NOT NULL)`;
  return gone + bare;
}

async function emptyMails({ tx, workspaceId, before }: Night, { mailDays }: RetentionSettings) {
  const logged = await tx.$executeRaw`
    UPDATE logged_mail SET unknown_addresses = '{}'
    WHERE workspace_id = ${workspaceId}::uuid AND received_at < ${before(mailDays)}
      AND unknown_addresses <> '{}'`;
  const sent = await tx.$executeRaw`
    UPDATE mail_outbox SET to_address = NULL, payload = '{}'::jsonb, message_id = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND finished_at < ${before(mailDays)}
      AND (to_address IS NOT NULL OR payload <> '{}'::jsonb OR message_id IS NOT NULL)
      AND state NOT IN ('uncertain')`;
  return logged + sent;
}

/** What a survey's page counts stays: its mails' states. */
async function dropLogs({ tx, workspaceId, today, before }: Night, { logDays }: RetentionSettings) {
  const since = before(logDays);
  const events = await tx.$executeRaw`
    DELETE FROM mail_event WHERE workspace_id = ${workspaceId}::uuid AND at < ${since}`;
  const mails = await tx.$executeRaw`
    DELETE FROM mail_outbox m WHERE m.workspace_id = ${workspaceId}::uuid
      AND m.invitation_id IS NULL AND m.finished_at < ${since} AND NOT EXISTS (
        SELECT 1 FROM mail_event e
        WHERE e.workspace_id = ${workspaceId}::uuid AND e.mail_id = m.id)`;
  const told = await tx.$executeRaw`
    DELETE FROM webhook_delivery WHERE workspace_id = ${workspaceId}::uuid
      AND finished_at < ${since}`;
  const logged = await tx.$executeRaw`
    DELETE FROM logged_mail WHERE workspace_id = ${workspaceId}::uuid AND received_at < ${since}`;
  const refused = await tx.$executeRaw`
    DELETE FROM logged_mail_refusal WHERE workspace_id = ${workspaceId}::uuid
      AND day < ${addDays(today, -logDays)}::date`;
  return events + mails + told + logged + refused;
}

async function dropUploads({ tx, workspaceId, before }: Night, { importDays }: RetentionSettings) {
  const since = before(importDays);
  const files = await tx.$executeRaw`
    DELETE FROM import_chunk c USING import_batch b
    WHERE c.workspace_id = ${workspaceId}::uuid AND b.workspace_id = ${workspaceId}::uuid
      AND b.id = c.batch_id AND b.created_at < ${since} AND b.state NOT IN ('checking', 'queued', 'running')`;
  await tx.$executeRaw`
    UPDATE import_batch SET state = 'failed',
      message = 'The file was removed after the time uploads are kept. Upload it again.',
      trial = '{}'::jsonb
    WHERE workspace_id = ${workspaceId}::uuid AND created_at < ${since}
      AND state IN ('uploading', 'ready', 'checked')`;
  const rows = await tx.$executeRaw`
    UPDATE import_rejection r SET raw = '[]'::jsonb FROM import_batch b
    WHERE r.workspace_id = ${workspaceId}::uuid AND b.workspace_id = ${workspaceId}::uuid
      AND b.id = r.batch_id AND b.created_at < ${since} AND r.raw <> '[]'::jsonb`;
  return files + rows;
}

async function dropCalls({ tx, workspaceId, before }: Night, { callDays }: RetentionSettings) {
  return tx.$executeRaw`
    DELETE FROM api_call WHERE workspace_id = ${workspaceId}::uuid
      AND started_at < ${before(callDays)}`;
}

/** With it goes what rows held before: after that an import can no longer be undone. */
async function dropUndo({ tx, workspaceId, before }: Night, { undoDays }: RetentionSettings) {
  const over = Prisma.sql`b.workspace_id = ${workspaceId}::uuid AND b.id = r.batch_id
    AND b.finished_at < ${before(undoDays)} AND b.state IN ('done', 'failed')`;
  const changes = await tx.$executeRaw`
    DELETE FROM import_change r USING import_batch b
    WHERE r.workspace_id = ${workspaceId}::uuid AND ${over}`;
  const created = await tx.$executeRaw`
    DELETE FROM import_created r USING import_batch b
    WHERE r.workspace_id = ${workspaceId}::uuid AND ${over}`;
  return changes + created;
}

export type RetentionCounts = Record<
  "visits" | "mails" | "logs" | "uploads" | "calls" | "undo",
  number
>;

/** Every night: what is kept no longer than a workspace says goes. Nothing a figure needs is touched. */
export async function applyRetention({ ctx }: { ctx: Ctx }): Promise<RetentionCounts> {
  requirePermission(ctx, "erasure:run");
  return withWorkspace(
    ctx,
    async (tx) => {
      const { id: workspaceId, timeZone } = ctx.workspace;
      const today = dateIn(timeZone, ctx.now);
      const settings = await loadRetentionSettings(tx, workspaceId, today);
      const before = (days: number) => instantOf(timeZone, addDays(today, -days), "00:00");
      const night = { tx, workspaceId, today, before };
      const counts = {
        visits: await thinVisits(night, settings),
        mails: await emptyMails(night, settings),
        logs: await dropLogs(night, settings),
        uploads: await dropUploads(night, settings),
        calls: await dropCalls(night, settings),
        undo: await dropUndo(night, settings),
      };
      const fields = Object.entries(counts).flatMap(([name, count]) => (count > 0 ? name : []));
      if (fields.length > 0) {
        await writeAudit(tx, ctx, { verb: "applyRetention", subjectType: "workspace", fields });
      }
      return counts;
    },
    { timeoutMs: RETENTION_TIMEOUT_MS },
  );
}
