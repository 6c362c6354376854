import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";

export type EntryRow = {
  /** Of the score that counts, the last confirmed one. */
  id: string;
  invitationId: string;
  at: Date;
  surveyId: string;
  surveyName: string;
  question: string;
  scale: string;
  scope: string;
  followUps: string[];
  options: unknown;
  valueNumber: number | null;
  valueCode: string | null;
  touchpointName: string | null;
  touchpointOwnerId: string | null;
  contactId: string | null;
  firstName: string | null;
  lastName: string | null;
  role: string | null;
  isErased: boolean;
  accountId: string | null;
  accountName: string | null;
  ownerId: string | null;
  ownerName: string | null;
  comment: string | null;
  wantsContact: boolean;
  needs: string[] | null;
  handledAt: Date | null;
  handledBy: string | null;
};

/** The score that counts of an answered invitation: confirmed, and no later one of it is. */
export function countedScores(workspaceId: string): Prisma.Sql {
  const ws = Prisma.sql`${workspaceId}::uuid`;
  return Prisma.sql`r.workspace_id = ${ws} AND s.workspace_id = ${ws} AND i.workspace_id = ${ws}
    AND r.class = 'confirmed' AND r.question = s.question AND NOT EXISTS (
      SELECT 1 FROM response_event later
      WHERE later.workspace_id = ${ws} AND later.invitation_id = r.invitation_id
        AND later.question = r.question AND later.class = 'confirmed'
        AND (later.answered_at, later.id) > (r.answered_at, r.id))`;
}

/** The last confirmed word on a question of the same invitation. */
function lastSaid(workspaceId: string, column: Prisma.Sql, which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT ${column} FROM response_event w
    WHERE w.workspace_id = ${workspaceId}::uuid AND w.invitation_id = r.invitation_id
      AND w.class = 'confirmed' AND ${which}
    ORDER BY w.answered_at DESC, w.id DESC LIMIT 1)`;
}

export function commentSql(workspaceId: string): Prisma.Sql {
  return lastSaid(workspaceId, Prisma.sql`w.comment`, Prisma.sql`w.comment IS NOT NULL`);
}

export function wantsContactSql(workspaceId: string): Prisma.Sql {
  const said = lastSaid(
    workspaceId,
    Prisma.sql`w.value_code`,
    Prisma.sql`w.question = 'contact_me'`,
  );
  return Prisma.sql`COALESCE(${said} = 'yes', false)`;
}

/** Newest first. @param where more conditions on r, s, i, a, t, c and h. */
export function loadEntries(
  tx: Tx,
  workspaceId: string,
  where: Prisma.Sql,
  limit: number,
): Promise<EntryRow[]> {
  const ws = Prisma.sql`${workspaceId}::uuid`;
  return tx.$queryRaw<EntryRow[]>`
    SELECT r.id, r.invitation_id AS "invitationId", r.answered_at AS at, s.id AS "surveyId",
      s.name AS "surveyName", s.question, s.scale, s.scope, s.follow_ups AS "followUps", s.options,
      r.value_number AS "valueNumber", r.value_code AS "valueCode", t.name AS "touchpointName",
      t.owner_id AS "touchpointOwnerId", c.id AS "contactId", c.first_name AS "firstName",
      c.last_name AS "lastName", c.role, c.erased_at IS NOT NULL AS "isErased",
      a.id AS "accountId", a.name AS "accountName", a.owner_id AS "ownerId", o.name AS "ownerName",
      ${commentSql(workspaceId)} AS comment, ${wantsContactSql(workspaceId)} AS "wantsContact",
      h.needs, h.handled_at AS "handledAt", u.name AS "handledBy"
    FROM response_event r
    JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
    JOIN invitation i ON i.workspace_id = r.workspace_id AND i.id = r.invitation_id
    LEFT JOIN touchpoint t ON t.workspace_id = ${ws} AND t.id = s.touchpoint_id
    LEFT JOIN contact c ON c.workspace_id = ${ws} AND c.id = r.contact_id
    LEFT JOIN account a ON a.workspace_id = ${ws} AND a.id = r.account_id
    LEFT JOIN employee o ON o.workspace_id = ${ws} AND o.id = a.owner_id
    LEFT JOIN answer_handling h ON h.workspace_id = ${ws} AND h.invitation_id = r.invitation_id
    LEFT JOIN app_user u ON u.id = h.handled_by_id
    WHERE ${countedScores(workspaceId)} AND ${where}
    ORDER BY r.answered_at DESC, r.id DESC
    LIMIT ${limit}`;
}
