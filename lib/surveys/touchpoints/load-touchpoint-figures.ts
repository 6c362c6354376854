import type { Tx } from "@/lib/db/with-workspace";

export type AnswerCount = {
  touchpointId: string;
  question: string;
  scale: string | null;
  value: number | null;
  count: number;
  lastOn: string;
};
export type AskedCount = { touchpointId: string; asked: number };
export type AuditCount = { touchpointId: string; scores: number[]; lastOn: string };

export type TouchpointFigures = {
  asked: AskedCount[];
  answers: AnswerCount[];
  audits: AuditCount[];
};

/** @param period ISO days, the first not included. */
type Period = { after: string; until: string };

// Of each invitation the last confirmed answer to the survey's own question.
function loadAnswers(tx: Tx, workspaceId: string, { after, until }: Period) {
  return tx.$queryRaw<AnswerCount[]>`
    SELECT l.touchpoint_id AS "touchpointId", l.question, l.scale, l.value_number AS value,
      count(*)::int AS count, max(l.answered_on)::text AS "lastOn"
    FROM (
      SELECT DISTINCT ON (COALESCE(r.invitation_id, r.id))
        s.touchpoint_id, r.question, r.scale, r.value_number, r.answered_on
      FROM response_event r
      JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
      WHERE r.workspace_id = ${workspaceId}::uuid AND s.workspace_id = ${workspaceId}::uuid
        AND s.touchpoint_id IS NOT NULL AND r.question = s.question AND r.class = 'confirmed'
        AND r.answered_on > ${after}::date AND r.answered_on <= ${until}::date
      ORDER BY COALESCE(r.invitation_id, r.id), r.answered_at DESC, r.id DESC) l
    GROUP BY l.touchpoint_id, l.question, l.scale, l.value_number`;
}

function loadAsked(tx: Tx, workspaceId: string, timeZone: string, { after, until }: Period) {
  return tx.$queryRaw<AskedCount[]>`
    SELECT s.touchpoint_id AS "touchpointId", count(*)::int AS asked
    FROM invitation i
    JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
    WHERE i.workspace_id = ${workspaceId}::uuid AND s.workspace_id = ${workspaceId}::uuid
      AND s.touchpoint_id IS NOT NULL
      AND (i.delivered_at IS NOT NULL OR i.door_id IS NOT NULL)
      AND (COALESCE(i.delivered_at, i.created_at) AT TIME ZONE ${timeZone})::date > ${after}::date
      AND (COALESCE(i.delivered_at, i.created_at) AT TIME ZONE ${timeZone})::date <= ${until}::date
    GROUP BY s.touchpoint_id`;
}

function loadAudits(tx: Tx, workspaceId: string, { after, until }: Period) {
  return tx.$queryRaw<AuditCount[]>`
    SELECT touchpoint_id AS "touchpointId", array_agg(score) AS scores,
      max(audited_on)::text AS "lastOn"
    FROM touchpoint_audit
    WHERE workspace_id = ${workspaceId}::uuid AND withdrawn_at IS NULL
      AND audited_on > ${after}::date AND audited_on <= ${until}::date
    GROUP BY touchpoint_id`;
}

export async function loadTouchpointFigures(
  tx: Tx,
  workspace: { id: string; timeZone: string },
  period: Period,
): Promise<TouchpointFigures> {
  const { id, timeZone } = workspace;
  return {
    asked: await loadAsked(tx, id, timeZone, period),
    answers: await loadAnswers(tx, id, period),
    audits: await loadAudits(tx, id, period),
  };
}
