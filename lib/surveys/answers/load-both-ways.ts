import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import type { HeldReason } from "./held-reason";

/** Which answers: of one survey in all its versions, or of a question in a time. */
export type BothWaysScope = {
  workspaceId: string;
  familyId: string | null;
  question: string;
  /** ISO days, both included; null: from the beginning, or up to now. */
  from: string | null;
  until: string | null;
  /** Only of these accounts; null: of all, and of nobody's doors. */
  accountIds: readonly string[] | null;
  /** One answer a person, the last, however often they were asked; else one a link. */
  isPerPerson: boolean;
};

/** People (or imported answers) with the same last word. */
export type LastWord = {
  class: "confirmed" | "provisional" | "held";
  reason: HeldReason | null;
  valueNumber: number | null;
  valueCode: string | null;
  scale: string | null;
  people: number;
};

function within(scope: BothWaysScope, account: Prisma.Sql, on: Prisma.Sql): Prisma.Sql {
  const { accountIds, from, until } = scope;
  return Prisma.sql`(${accountIds}::uuid[] IS NULL OR ${account} = ANY(${accountIds}::uuid[]))
    AND (${from}::date IS NULL OR ${on} >= ${from}::date)
    AND (${until}::date IS NULL OR ${on} <= ${until}::date)`;
}

function ofSurvey({ workspaceId, familyId, question }: BothWaysScope): Prisma.Sql {
  return Prisma.sql`s.workspace_id = ${workspaceId}::uuid AND s.question = ${question}
    AND (${familyId}::uuid IS NULL OR s.family_id = ${familyId}::uuid)`;
}

/**
 * The last word of each person asked: the last answer that counts, else the last one kept aside that
 * nobody has rejected. Imported answers each stand for a person.
 */
export function loadLastWords(tx: Tx, scope: BothWaysScope): Promise<LastWord[]> {
  const { workspaceId, isPerPerson } = scope;
  const whose = isPerPerson
    ? Prisma.sql`coalesce(r.contact_id, r.invitation_id, r.id)`
    : Prisma.sql`coalesce(r.invitation_id, r.id)`;
  return tx.$queryRaw<LastWord[]>`
    SELECT class, reason, value_number AS "valueNumber", value_code AS "valueCode", scale,
      count(*)::int AS people
    FROM (
      SELECT DISTINCT ON (${whose}) r.class, r.reason, r.value_number,
        r.value_code, r.scale
      FROM response_event r
      JOIN survey s ON s.workspace_id = r.workspace_id AND s.id = r.survey_id
      LEFT JOIN response_review v ON v.workspace_id = r.workspace_id AND v.response_id = r.id
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.question = s.question
        AND ${ofSurvey(scope)} AND v.id IS NULL
        AND ${within(scope, Prisma.sql`r.account_id`, Prisma.sql`r.answered_on`)}
      ORDER BY ${whose}, r.class = 'confirmed' DESC, r.answered_at DESC,
        r.id DESC) last
    GROUP BY class, reason, value_number, value_code, scale`;
}

/**
 * People who opened the page and sent nothing: the price of the second tap. Whoever sent something is taken
 * off as a set: looked up one by one, the planner chose an index that read all answers each time.
 */
export async function countVisitedOnly(
  tx: Tx,
  scope: BothWaysScope,
  timeZone: string,
): Promise<number> {
  const { workspaceId } = scope;
  const on = Prisma.sql`(v.at AT TIME ZONE ${timeZone})::date`;
  const [row] = await tx.$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS people
    FROM (
      SELECT i.id
      FROM invitation i
      JOIN survey s ON s.workspace_id = i.workspace_id AND s.id = i.survey_id
      WHERE i.workspace_id = ${workspaceId}::uuid AND ${ofSurvey(scope)}
        AND EXISTS (SELECT 1 FROM invitation_visit v
          WHERE v.workspace_id = ${workspaceId}::uuid AND v.invitation_id = i.id
            AND v.kind = 'view' AND v.method = 'GET' AND NOT v.prefetch AND NOT v.is_scanner
            AND ${within(scope, Prisma.sql`i.account_id`, on)})
      EXCEPT
      SELECT r.invitation_id
      FROM response_event r
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.question = ${scope.question}
        AND r.class IN ('confirmed', 'held')
    ) nothing_sent`;
  return row?.people ?? 0;
}
