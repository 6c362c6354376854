import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import type { HeldReason } from "./held-reason";

export type HeldFilter = {
  workspaceId: string;
  /** Waiting for a decision, or decided by a person. */
  show: "waiting" | "decided";
  reason: HeldReason | null;
};

/**
 * Answers to the first question that do not count. One is settled once somebody decided about it, or
 * the same person answered later in a way that counts.
 */
function heldSql({ workspaceId, show, reason }: HeldFilter): Prisma.Sql {
  const isOpen = Prisma.sql`v.id IS NULL AND NOT EXISTS (
    SELECT 1 FROM response_event n
    WHERE n.workspace_id = ${workspaceId}::uuid AND n.invitation_id = r.invitation_id
      AND n.question = r.question AND n.class = 'confirmed'
      AND (n.answered_at, n.id) > (r.answered_at, r.id))`;
  return Prisma.sql`
    SELECT r.id, r.invitation_id, r.survey_id, r.class, r.reason, r.value_number, r.value_code,
      r.evidence, r.answered_at, v.decision, v.reviewed_at, v.reviewed_by_id
    FROM response_event r
    JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
      AND s.question = r.question
    LEFT JOIN response_review v ON v.workspace_id = r.workspace_id AND v.response_id = r.id
    WHERE r.workspace_id = ${workspaceId}::uuid AND s.workspace_id = ${workspaceId}::uuid
      AND r.class IN ('held', 'provisional') AND r.invitation_id IS NOT NULL
      AND (${reason}::text IS NULL OR r.reason = ${reason}::text)
      AND ${show === "waiting" ? isOpen : Prisma.sql`v.id IS NOT NULL`}`;
}

export type InvitationPage = { invitationIds: string[]; total: number };

/** The links of one page, those with the latest answer first. */
export async function loadHeldInvitations(
  tx: Tx,
  filter: HeldFilter,
  page: { limit: number; offset: number },
): Promise<InvitationPage> {
  const rows = await tx.$queryRaw<{ id: string; total: number }[]>`
    SELECT h.invitation_id AS id, (count(*) OVER ())::int AS total
    FROM (${heldSql(filter)}) h
    GROUP BY h.invitation_id ORDER BY max(h.answered_at) DESC, h.invitation_id
    LIMIT ${page.limit} OFFSET ${page.offset}`;
  return { invitationIds: rows.map((row) => row.id), total: rows[0]?.total ?? 0 };
}

export type Waiting = { people: number; byReason: { reason: HeldReason; people: number }[] };

/** A person may wait for several reasons, and is one person. */
export async function countWaiting(tx: Tx, workspaceId: string): Promise<Waiting> {
  const filter = { workspaceId, show: "waiting", reason: null } as const;
  const rows = await tx.$queryRaw<{ reason: HeldReason | null; people: number }[]>`
    SELECT h.reason, count(DISTINCT h.invitation_id)::int AS people
    FROM (${heldSql(filter)}) h
    GROUP BY GROUPING SETS ((h.reason), ()) ORDER BY people DESC, h.reason`;
  const byReason = rows.flatMap(({ reason, people }) => (reason ? { reason, people } : []));
  return { people: rows.find((row) => row.reason === null)?.people ?? 0, byReason };
}

export type HeldRow = {
  id: string;
  invitationId: string;
  class: "held" | "provisional";
  reason: HeldReason | null;
  valueNumber: number | null;
  valueCode: string | null;
  evidence: unknown;
  answeredAt: Date;
  comment: string | null;
  decision: "accepted" | "rejected" | null;
  reviewedAt: Date | null;
  reviewerName: string | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  role: string | null;
  accountId: string | null;
  accountName: string | null;
  surveyId: string;
  surveyName: string;
  question: string;
  scale: string;
  scope: string;
  followUps: string[];
  options: unknown;
  waveId: string | null;
  waveName: string | null;
};

/** Latest first; the comment is the last one written with the answer, before the next one. */
export function loadHeldRows(
  tx: Tx,
  filter: HeldFilter,
  invitationIds: readonly string[],
): Promise<HeldRow[]> {
  const ws = Prisma.sql`${filter.workspaceId}::uuid`;
  return tx.$queryRaw<HeldRow[]>`
    SELECT h.id, h.invitation_id AS "invitationId", h.class, h.reason,
      h.value_number AS "valueNumber", h.value_code AS "valueCode", h.evidence,
      h.answered_at AS "answeredAt", h.decision, h.reviewed_at AS "reviewedAt",
      u.name AS "reviewerName", c.first_name AS "firstName", c.last_name AS "lastName", c.email,
      c.role, a.id AS "accountId", a.name AS "accountName", s.id AS "surveyId",
      s.name AS "surveyName", s.question, s.scale, s.scope, s.follow_ups AS "followUps", s.options,
      w.id AS "waveId", w.name AS "waveName", t.comment
    FROM (${heldSql(filter)}) h
    JOIN invitation i ON i.workspace_id = ${ws} AND i.id = h.invitation_id
    JOIN survey s ON s.workspace_id = ${ws} AND s.id = h.survey_id
    LEFT JOIN contact c ON c.workspace_id = ${ws} AND c.id = i.contact_id
    LEFT JOIN account a ON a.workspace_id = ${ws} AND a.id = i.account_id
    LEFT JOIN wave w ON w.workspace_id = ${ws} AND w.id = i.wave_id
    LEFT JOIN app_user u ON u.id = h.reviewed_by_id
    LEFT JOIN LATERAL (
      SELECT e.comment FROM response_event e
      WHERE e.workspace_id = ${ws} AND e.invitation_id = h.invitation_id AND e.question = 'comment'
        AND e.answered_at >= h.answered_at AND NOT EXISTS (
          SELECT 1 FROM response_event n
          WHERE n.workspace_id = ${ws} AND n.invitation_id = h.invitation_id
            AND n.question = s.question AND n.answered_at > h.answered_at
            AND n.answered_at <= e.answered_at)
      ORDER BY e.answered_at DESC, e.id DESC LIMIT 1) t ON true
    WHERE h.invitation_id = ANY(${invitationIds}::uuid[])
    ORDER BY h.answered_at DESC, h.id DESC`;
}
