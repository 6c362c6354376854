import type { Ctx } from "@/lib/auth/ctx";
import type { Tx } from "@/lib/db/with-workspace";
import { loadDecisionDays } from "@/lib/facts/load-decision-days";
import { addDays, dayNumber, isoOfDay } from "@/lib/format/calendar";
import type { Trigger } from "./program-rule";

/** Something at an account that a program follows. */
export type TriggerEvent = {
  accountId: string;
  /** The one person concerned; null for everybody the program selects. */
  contactId: string | null;
  /** ISO day on which it happened, or, for a renewal, will be decided. */
  on: string;
  key: string;
};

type Row = { accountId: string; contactId: string | null; on: string };

function loadOrders(tx: Tx, ws: string, from: string, until: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT DISTINCT account_id AS "accountId", NULL::uuid AS "contactId", ordered_on::text AS "on"
    FROM purchase
    WHERE workspace_id = ${ws}::uuid AND ordered_on BETWEEN ${from}::date AND ${until}::date
      AND amount_minor > 0 AND chosen_by IS DISTINCT FROM 'automatic'`;
}

function loadDeliveries(tx: Tx, ws: string, from: string, until: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT DISTINCT account_id AS "accountId", NULL::uuid AS "contactId", shipped_on::text AS "on"
    FROM purchase
    WHERE workspace_id = ${ws}::uuid AND shipped_on BETWEEN ${from}::date AND ${until}::date`;
}

function loadSolved(tx: Tx, ws: string, from: string, until: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT DISTINCT account_id AS "accountId", contact_id AS "contactId", solved_on::text AS "on"
    FROM complaint
    WHERE workspace_id = ${ws}::uuid AND solved_on BETWEEN ${from}::date AND ${until}::date`;
}

function loadClosedCases(
  tx: Tx,
  { id, timeZone }: { id: string; timeZone: string },
  from: string,
  until: string,
): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT DISTINCT account_id AS "accountId", NULL::uuid AS "contactId",
      (closed_at AT TIME ZONE ${timeZone})::date::text AS "on"
    FROM case_file
    WHERE workspace_id = ${id}::uuid
      AND (closed_at AT TIME ZONE ${timeZone})::date BETWEEN ${from}::date AND ${until}::date`;
}

async function loadRenewals(
  tx: Tx,
  ctx: Ctx,
  today: string,
  window: { from: string; until: string },
): Promise<Row[]> {
  const { id: workspaceId, timeZone } = ctx.workspace;
  const scope = { tx, workspaceId, timeZone, accountIds: null };
  const days = await loadDecisionDays(scope, dayNumber(today));
  return [...days]
    .map(([accountId, day]) => ({ accountId, contactId: null, on: isoOfDay(day) }))
    .filter(({ on }) => on >= window.from && on <= window.until);
}

/** What became due since the last run, its day moved by the program's days. */
export async function loadTriggers(
  tx: Tx,
  ctx: Ctx,
  trigger: Trigger,
  due: { from: string; until: string },
): Promise<TriggerEvent[]> {
  const { workspace } = ctx;
  const shift = trigger.event === "renewal" ? trigger.days : -trigger.days;
  const from = addDays(due.from, shift);
  const until = addDays(due.until, shift);
  const load = {
    order: () => loadOrders(tx, workspace.id, from, until),
    delivery: () => loadDeliveries(tx, workspace.id, from, until),
    complaint_solved: () => loadSolved(tx, workspace.id, from, until),
    case_closed: () => loadClosedCases(tx, workspace, from, until),
    renewal: () => loadRenewals(tx, ctx, due.until, { from, until }),
  };
  const rows = await load[trigger.event]();
  return rows.map((row) => ({ ...row, key: `${trigger.event}:${row.accountId}:${row.on}` }));
}
