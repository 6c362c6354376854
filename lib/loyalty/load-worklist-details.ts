import { type NameParts, personName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";

/** Words for the reasons of worklist lines, by account. */
export type WorklistDetails = {
  /** Null where this reader is not told who said what. */
  people: Map<string, string> | null;
  rivals: Map<string, { day: number; rival: string }[]>;
  complaints: Map<string, { day: number; subject: string; closedDay: number | null }[]>;
  promises: Map<string, { dueDay: number; text: string }[]>;
};

type AccountRow<Row> = Row & { accountId: string };

function group<Row>(rows: readonly AccountRow<Row>[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.accountId, [...(groups.get(row.accountId) ?? []), row]);
  return groups;
}

async function loadNames(
  tx: Tx,
  ctx: Ctx,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const people = await tx.$queryRaw<(NameParts & { id: string })[]>`
    SELECT id, first_name AS "firstName", last_name AS "lastName", email FROM contact
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND account_id = ANY(${accountIds}::uuid[])`;
  return new Map(people.map((row) => [row.id, personName(row, ctx.locale)]));
}

/** @param accountIds sites included */
export async function loadWorklistDetails(
  tx: Tx,
  ctx: Ctx,
  accountIds: readonly string[],
  showsNames: boolean,
): Promise<WorklistDetails> {
  const workspaceId = ctx.workspace.id;
  const rivals = await tx.$queryRaw<AccountRow<{ day: number; rival: string }>[]>`
    SELECT c.account_id AS "accountId", n.opened_on - DATE '1970-01-01' AS "day", n.rival
    FROM renewal_negotiation n
    JOIN contract c ON c.workspace_id = n.workspace_id AND c.id = n.contract_id
    WHERE n.workspace_id = ${workspaceId}::uuid AND c.workspace_id = ${workspaceId}::uuid
      AND n.rival IS NOT NULL AND c.account_id = ANY(${accountIds}::uuid[])
    UNION ALL
    SELECT account_id, happened_on - DATE '1970-01-01', rival FROM churn_event
    WHERE workspace_id = ${workspaceId}::uuid AND rival IS NOT NULL
      AND account_id = ANY(${accountIds}::uuid[])
    ORDER BY "day"`;
  const complaints = await tx.$queryRaw<
    AccountRow<{ day: number; subject: string; closedDay: number | null }>[]
  >`
    SELECT account_id AS "accountId", opened_on - DATE '1970-01-01' AS "day", subject,
      solved_on - DATE '1970-01-01' AS "closedDay"
    FROM complaint
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])
    ORDER BY opened_on, id`;
  const promises = await tx.$queryRaw<AccountRow<{ dueDay: number; text: string }>[]>`
    SELECT account_id AS "accountId", due_on - DATE '1970-01-01' AS "dueDay", body AS text
    FROM promise
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ANY(${accountIds}::uuid[])
    ORDER BY due_on, id`;
  return {
    people: showsNames ? await loadNames(tx, ctx, accountIds) : null,
    rivals: group(rivals),
    complaints: group(complaints),
    promises: group(promises),
  };
}
