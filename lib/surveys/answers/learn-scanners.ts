import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { newId } from "@/lib/db/new-id";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { dateIn } from "@/lib/format/calendar";
import { type AskingSettings, loadAskingSettings } from "@/lib/workspaces/asking-settings";

const LEARNING_TIMEOUT_MS = 60_000;
/** What a mail gateway did longer ago says little of what it does now. */
const LEARNED_DAYS = 180;
/** One strange visit of one person says nothing of a whole company. */
const MIN_INVITATIONS = 2;

type DomainRow = { domain: string; invitations: number; scanned: number };

/**
 * Of each mail domain: how many invitations reached it, and in how many somebody behaved as only
 * machines do: by name, ahead of time, in the hidden field, before a person could, or on three links
 * at once, which is more than a slip of the hand.
 */
function countScanned(tx: Tx, ctx: Ctx, settings: AskingSettings): Promise<DomainRow[]> {
  const workspaceId = ctx.workspace.id;
  const since = new Date(ctx.now.getTime() - LEARNED_DAYS * 86_400_000);
  return tx.$queryRaw<DomainRow[]>`
    WITH reached AS (
      SELECT i.id, i.handed_at, lower(split_part(c.email, '@', 2)) AS domain
      FROM invitation i
      JOIN contact c ON c.workspace_id = i.workspace_id AND c.id = i.contact_id
      WHERE i.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
        AND i.delivered_at >= ${since} AND c.email IS NOT NULL),
    seen AS (
      SELECT r.id, r.handed_at, v.at, v.method, v.choice, v.kind, v.prefetch, v.is_scanner,
        lag(v.choice) OVER w AS last, lag(v.choice, 2) OVER w AS last_but_one,
        lag(v.at, 2) OVER w AS third_at
      FROM reached r
      JOIN invitation_visit v ON v.workspace_id = ${workspaceId}::uuid AND v.invitation_id = r.id
      WINDOW w AS (PARTITION BY r.id ORDER BY v.at, v.id)),
    machine AS (
      SELECT id FROM seen
      WHERE prefetch OR is_scanner OR kind = 'honeypot' OR method = 'HEAD'
        OR at < handed_at + make_interval(secs => ${settings.handOverGraceSeconds})
        OR (choice <> last AND choice <> last_but_one AND last <> last_but_one
          AND at < third_at + make_interval(secs => ${settings.twoScoresSeconds}))
      UNION
      SELECT e.invitation_id FROM response_event e
      WHERE e.workspace_id = ${workspaceId}::uuid AND e.class = 'held'
        AND e.reason NOT IN ('staff', 'not_sent'))
    SELECT r.domain, count(*)::int AS invitations, count(m.id)::int AS scanned
    FROM reached r LEFT JOIN machine m ON m.id = r.id
    GROUP BY r.domain HAVING count(*) >= ${MIN_INVITATIONS}`;
}

async function storeDomains(tx: Tx, ctx: Ctx, rows: readonly DomainRow[]): Promise<void> {
  const workspaceId = ctx.workspace.id;
  await tx.$executeRaw`
    INSERT INTO recipient_domain (workspace_id, id, domain, invitations, scanned, learned_at)
    SELECT ${workspaceId}::uuid, t.id, t.domain, t.invitations, t.scanned, ${ctx.now}
    FROM unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.domain)}::text[],
      ${rows.map((row) => row.invitations)}::int[], ${rows.map((row) => row.scanned)}::int[])
      AS t(id, domain, invitations, scanned)
    ON CONFLICT (workspace_id, domain) DO UPDATE SET invitations = excluded.invitations,
      scanned = excluded.scanned, learned_at = excluded.learned_at RETURNING id`;
  await tx.recipientDomain.deleteMany({
    where: { workspaceId, learnedAt: { lt: ctx.now } },
  });
}

/** Learns anew from all recent visits which domains' links machines open. */
export async function learnScanners({ ctx }: { ctx: Ctx }): Promise<{ domains: number }> {
  requirePermission(ctx, "response:review");
  const { workspace, now } = ctx;
  return withWorkspace(
    ctx,
    async (tx) => {
      const settings = await loadAskingSettings(tx, workspace, dateIn(workspace.timeZone, now));
      const rows = await countScanned(tx, ctx, settings);
      await storeDomains(tx, ctx, rows);
      await writeAudit(tx, ctx, { verb: "learnScanners", fields: [`domains:${rows.length}`] });
      return { domains: rows.length };
    },
    { timeoutMs: LEARNING_TIMEOUT_MS },
  );
}
