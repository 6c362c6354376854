import type { Tx } from "@/lib/db/with-workspace";
import type { RestingWave, WeekOfReports } from "./sending.types";
import { readTrouble } from "./wave-trouble";

const WEEKS_SHOWN = 8;

/** The last eight weeks in the workspace's time zone, the present one first. */
export async function loadReportWeeks(
  tx: Tx,
  workspace: { id: string; timeZone: string },
  now: Date,
): Promise<WeekOfReports[]> {
  return tx.$queryRaw<WeekOfReports[]>`
    WITH week AS (
      SELECT (date_trunc('week', ${now}::timestamptz AT TIME ZONE ${workspace.timeZone})::date
        - 7 * n) AS day
      FROM generate_series(0, ${WEEKS_SHOWN - 1}) AS n
    ), span AS (
      SELECT day, day::timestamp AT TIME ZONE ${workspace.timeZone} AS since,
        (day + 7)::timestamp AT TIME ZONE ${workspace.timeZone} AS until
      FROM week
    )
    SELECT span.day::text AS "from",
      (SELECT count(*) FROM mail_outbox m WHERE m.workspace_id = ${workspace.id}::uuid
        AND m.handed_at >= span.since AND m.handed_at < span.until
        AND m.state IN ('handed', 'sent', 'bounced', 'uncertain'))::int AS sent,
      count(e.id) FILTER (WHERE e.kind = 'bounce' AND e.is_permanent)::int AS bounces,
      count(e.id) FILTER (WHERE e.kind = 'bounce' AND NOT e.is_permanent)::int AS "softBounces",
      count(e.id) FILTER (WHERE e.kind = 'complaint')::int AS complaints
    FROM span
    LEFT JOIN mail_event e ON e.workspace_id = ${workspace.id}::uuid
      AND e.at >= span.since AND e.at < span.until
    GROUP BY span.day, span.since, span.until ORDER BY span.day DESC`;
}

type RestingRow = { waveId: string; name: string; pausedReason: string | null; waiting: number };

export async function loadRestingWaves(tx: Tx, workspaceId: string): Promise<RestingWave[]> {
  const rows = await tx.$queryRaw<RestingRow[]>`
    SELECT w.id AS "waveId", w.name, w.paused_reason AS "pausedReason", (
      SELECT count(*) FROM mail_outbox m
      JOIN invitation i ON i.workspace_id = m.workspace_id AND i.id = m.invitation_id
      WHERE m.workspace_id = ${workspaceId}::uuid AND i.workspace_id = ${workspaceId}::uuid
        AND i.wave_id = w.id AND m.state = 'paused')::int AS waiting
    FROM wave w WHERE w.workspace_id = ${workspaceId}::uuid AND w.state = 'paused'
    ORDER BY w.created_at DESC, w.id`;
  return rows.map(({ pausedReason, ...row }) => ({ ...row, trouble: readTrouble(pausedReason) }));
}
