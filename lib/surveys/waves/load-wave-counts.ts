import type { Tx } from "@/lib/db/with-workspace";

/** People, not mails or clicks. */
export type WaveCounts = {
  asked: number;
  /** Still to be sent or under way. */
  waiting: number;
  delivered: number;
  /** Opened the page; machines that say so are left out. */
  visited: number;
  /** Have a confirmed answer. */
  answered: number;
  /** Opened the page and have no answer, kept or counted: the price of the second tap. */
  visitedOnly: number;
  /** Have an answer that is kept aside and none that counts. */
  held: number;
  skipped: number;
  notDelivered: number;
  uncertain: number;
};

type Row = WaveCounts & { waveId: string };

/** Counts of each wave, one pass over its invitations. */
export async function loadWaveCounts(
  tx: Tx,
  workspaceId: string,
  waveIds: readonly string[],
): Promise<Map<string, WaveCounts>> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH person AS (
      SELECT i.wave_id, i.id, i.delivered_at, i.skipped_reason,
        (SELECT m.state FROM mail_outbox m
          WHERE m.workspace_id = ${workspaceId}::uuid AND m.invitation_id = i.id
            AND m.kind = 'survey'
          ORDER BY m.created_at DESC, m.id DESC LIMIT 1) AS mail,
        EXISTS (SELECT 1 FROM invitation_visit v
          WHERE v.workspace_id = ${workspaceId}::uuid AND v.invitation_id = i.id
            AND NOT v.prefetch AND v.method = 'GET') AS visited,
        EXISTS (SELECT 1 FROM response_event r
          WHERE r.workspace_id = ${workspaceId}::uuid AND r.invitation_id = i.id
            AND r.question = s.question AND r.class = 'confirmed') AS answered,
        EXISTS (SELECT 1 FROM response_event r
          WHERE r.workspace_id = ${workspaceId}::uuid AND r.invitation_id = i.id
            AND r.question = s.question AND r.class = 'held') AS held
      FROM invitation i
      JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
      WHERE i.workspace_id = ${workspaceId}::uuid AND s.workspace_id = ${workspaceId}::uuid
        AND i.wave_id = ANY(${waveIds}::uuid[]))
    SELECT wave_id AS "waveId",
      (count(*) FILTER (WHERE skipped_reason IS NULL OR mail IN ('bounced', 'failed')))::int AS asked,
      (count(*) FILTER (WHERE mail IN ('pending', 'paused', 'claimed', 'handed')))::int AS waiting,
      (count(*) FILTER (WHERE delivered_at IS NOT NULL))::int AS delivered,
      (count(*) FILTER (WHERE visited OR answered))::int AS visited,
      (count(*) FILTER (WHERE answered))::int AS answered,
      (count(*) FILTER (WHERE visited AND NOT answered AND NOT held))::int AS "visitedOnly",
      (count(*) FILTER (WHERE held AND NOT answered))::int AS held,
      (count(*) FILTER (WHERE skipped_reason IS NOT NULL
        AND (mail IS NULL OR mail NOT IN ('bounced', 'failed'))))::int AS skipped,
      (count(*) FILTER (WHERE mail IN ('bounced', 'failed')))::int AS "notDelivered",
      (count(*) FILTER (WHERE mail = 'uncertain'))::int AS uncertain
    FROM person GROUP BY wave_id`;
  return new Map(rows.map(({ waveId, ...counts }) => [waveId, counts]));
}

export const NO_COUNTS: WaveCounts = {
  asked: 0,
  waiting: 0,
  delivered: 0,
  visited: 0,
  answered: 0,
  visitedOnly: 0,
  held: 0,
  skipped: 0,
  notDelivered: 0,
  uncertain: 0,
};
