import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { lastVisitAt } from "./last-visit";

export type FollowUpRow = {
  id: string;
  kind: "promise" | "complaint" | "case";
  accountId: string;
  text: string | null;
  dueDay: number;
};

const DAYS_AHEAD = 30;
// Open for longer than this, a complaint is a reason to call; see the worklist.
const COMPLAINT_DAYS = 7;

export async function loadLastVisit(tx: Tx, ctx: Ctx): Promise<Date | null> {
  if (ctx.actor.type !== "user") return null;
  const key = { workspaceId: ctx.workspace.id, userId: ctx.actor.userId };
  const row = await tx.portfolioVisit.findUnique({
    where: { workspaceId_userId: key },
    select: { visitedAt: true, sinceAt: true },
  });
  return lastVisitAt(row, ctx.now);
}

/**
 * Open promises, complaints and cases that are overdue or due within 30 days, the most urgent first.
 * @param ownerId cases that this colleague looks after count too, whoever owns the account
 */
export function loadOpenFollowUps(
  tx: Tx,
  ctx: Ctx,
  accountIds: readonly string[] | null,
  ownerId: string | null,
): Promise<FollowUpRow[]> {
  const { id } = ctx.workspace;
  return tx.$queryRaw<FollowUpRow[]>`
    SELECT id, kind, account_id AS "accountId", text, due_on - DATE '1970-01-01' AS "dueDay"
    FROM (
      SELECT id, 'promise' AS kind, account_id, body AS text, due_on FROM promise
      WHERE workspace_id = ${id}::uuid AND kept_on IS NULL AND broken_on IS NULL
        AND made_on <= ${ctx.asOf}::date
        AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
      UNION ALL
      SELECT id, 'complaint', account_id, subject, opened_on + ${COMPLAINT_DAYS}::int FROM complaint
      WHERE workspace_id = ${id}::uuid AND solved_on IS NULL AND opened_on <= ${ctx.asOf}::date
        AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
      UNION ALL
      SELECT id, 'case', account_id, note, due_on FROM case_file
      WHERE workspace_id = ${id}::uuid AND closed_at IS NULL
        AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[])
          OR owner_id = ${ownerId}::uuid)
    ) open
    WHERE due_on <= ${ctx.asOf}::date + ${DAYS_AHEAD}::int
    ORDER BY due_on, id`;
}

/** The latest day on which each account was thanked. */
export async function loadThanks(
  tx: Tx,
  ctx: Ctx,
  accountIds: readonly string[] | null,
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ accountId: string; day: number }[]>`
    SELECT account_id AS "accountId", max(happened_on) - DATE '1970-01-01' AS "day"
    FROM touch
    WHERE workspace_id = ${ctx.workspace.id}::uuid AND kind = 'thanks'
      AND happened_on <= ${ctx.asOf}::date
      AND (${accountIds}::uuid[] IS NULL OR account_id = ANY(${accountIds}::uuid[]))
    GROUP BY account_id`;
  return new Map(rows.map(({ accountId, day }) => [accountId, day]));
}
