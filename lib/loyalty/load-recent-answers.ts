import { type NameParts, personName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/with-workspace";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { Role } from "@/lib/metrics";
import { seesNames } from "@/lib/workspaces/sees-names";
import type { PortfolioDto } from "./overview.types";

type Row = NameParts & {
  accountId: string;
  /** Null: through a link that names the account only. */
  contactId: string | null;
  role: Role | null;
  question: "nps" | "csat";
  value: number;
  scale: string | null;
  comment: string | null;
  day: number;
  at: Date;
};

function scaleMax(row: Row): number {
  const top = Number((row.scale ?? "").split("-")[1]);
  if (Number.isFinite(top) && top > 0) return top;
  return row.question === "nps" ? 10 : 5;
}

/** The newest confirmed scores of these accounts, each with the sentence that came with it. */
export async function loadRecentAnswers(
  tx: Tx,
  ctx: Ctx,
  facts: WorkspaceFacts,
  accountIds: readonly string[] | null,
  limit: number,
): Promise<PortfolioDto["answers"]> {
  const id = facts.workspaceId;
  const ws = Prisma.sql`${id}::uuid`;
  const scores = (accountId: Prisma.Sql) => Prisma.sql`
    SELECT r.workspace_id, r.id, r.contact_id, ${accountId} AS account_id, r.invitation_id, r.question,
      r.value_number, r.scale, r.answered_on, r.answered_at, r.comment
    FROM response_event r`;
  const counts = Prisma.sql`r.workspace_id = ${ws} AND r.class = 'confirmed'
    AND r.question IN ('nps', 'csat') AND r.value_number IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM response_event n
      WHERE n.workspace_id = ${ws} AND n.invitation_id = r.invitation_id
        AND n.question = r.question AND n.class = 'confirmed' AND n.answered_at > r.answered_at)`;
  const newest = Prisma.sql`ORDER BY r.answered_at DESC, r.id DESC LIMIT ${limit}`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.account_id AS "accountId", r.contact_id AS "contactId", c.first_name AS "firstName",
      c.last_name AS "lastName", c.email,
      CASE c.role WHEN 'decision_maker' THEN 'decisionMaker' ELSE c.role END AS role,
      r.question, r.value_number AS value, r.scale, r.answered_on - DATE '1970-01-01' AS "day", r.answered_at AS "at",
      coalesce(r.comment, (
        SELECT w.comment FROM response_event w
        WHERE w.workspace_id = ${ws} AND w.invitation_id = r.invitation_id
          AND w.class = 'confirmed' AND w.comment IS NOT NULL
        ORDER BY w.answered_at DESC LIMIT 1)) AS comment
    FROM (
      (${scores(Prisma.sql`c.account_id`)}
        JOIN contact c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
        WHERE ${counts} AND c.workspace_id = ${ws}
          AND (${accountIds}::uuid[] IS NULL OR c.account_id = ANY(${accountIds}::uuid[])) ${newest})
      UNION ALL
      (${scores(Prisma.sql`r.account_id`)}
        WHERE ${counts} AND r.contact_id IS NULL
          AND (${accountIds}::uuid[] IS NULL AND r.account_id IS NOT NULL
            OR r.account_id = ANY(${accountIds}::uuid[])) ${newest})) r
    LEFT JOIN contact c ON c.workspace_id = r.workspace_id AND c.id = r.contact_id
      AND c.workspace_id = ${ws}
    ${newest}`;
  const showsNames = await seesNames(tx, ctx);
  return rows.map((row) => ({
    account: {
      id: facts.unitOfAccount.get(row.accountId) ?? row.accountId,
      name: facts.accounts.get(row.accountId)?.name ?? "",
    },
    personName: showsNames && row.contactId !== null ? personName(row, ctx.locale) : null,
    role: row.role,
    question: row.question,
    value: row.value,
    scaleMax: scaleMax(row),
    comment: row.comment,
    on: isoOfDay(row.day),
    at: row.at.toISOString(),
  }));
}
