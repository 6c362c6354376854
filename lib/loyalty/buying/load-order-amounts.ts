import type { Tx } from "@/lib/db/with-workspace";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfDay, isoOfMonth } from "@/lib/format/calendar";
import { lastWholeMonth, type Period } from "@/lib/metrics";

const QUARTERS = 12;

type Row = { accountId: string; currency: string; month: number; amounts: number[] };

/** What each order of a deciding account was worth, by quarter. */
export type OrderAmounts = ReadonlyMap<string, number[]>;
export type OrderQuarter = { period: Period; amounts: OrderAmounts };

/** Three whole months each, the last of them the last whole ones; oldest first. */
function quartersUpTo(facts: WorkspaceFacts, asOfDay: number): Period[] {
  const last = lastWholeMonth(asOfDay);
  const first = facts.firstMonth ?? Number.POSITIVE_INFINITY;
  return Array.from({ length: QUARTERS }, (_, back) => last + 1 - 3 * back)
    .filter((until) => until - 3 >= first)
    .reverse()
    .map((until) => ({
      fromDay: dayNumber(isoOfMonth(until - 3)),
      untilDay: dayNumber(isoOfMonth(until)),
    }));
}

/** Orders outside contracts; lines of one number on one day are one order, credit notes are none. */
async function loadRows(tx: Tx, workspaceId: string, period: Period): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT o.account_id AS "accountId", o.currency, o.month, array_agg(o.amount) AS amounts
    FROM (
      SELECT p.account_id, p.currency,
        (extract(year FROM p.ordered_on) * 12 + extract(month FROM p.ordered_on) - 1)::int AS month,
        sum(p.amount_minor)::float8 AS amount
      FROM purchase p
      LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
        AND t.workspace_id = ${workspaceId}::uuid
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.contract_id IS NULL
        AND coalesce(t.billed_as, 'order') <> 'contract' AND p.amount_minor > 0
        AND p.ordered_on >= ${isoOfDay(period.fromDay)}::date
        AND p.ordered_on < ${isoOfDay(period.untilDay)}::date
      GROUP BY p.account_id, p.currency, p.ordered_on, coalesce(p.order_number, p.id::text)
    ) o
    GROUP BY o.account_id, o.currency, o.month`;
}

/** The orders of up to three years, at each month's own rate; a month without a rate is left out. */
export async function loadOrderAmounts(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<OrderQuarter[]> {
  const found: OrderQuarter[] = [];
  for (const period of quartersUpTo(facts, asOfDay)) {
    const amounts = new Map<string, number[]>();
    for (const row of await loadRows(tx, facts.workspaceId, period)) {
      const unitId = facts.unitOfAccount.get(row.accountId);
      const factor = facts.rates.factor(row.currency, row.month);
      if (unitId === undefined || factor === null) continue;
      const own = amounts.get(unitId) ?? [];
      amounts.set(unitId, own);
      for (const amount of row.amounts) own.push(amount * factor);
    }
    found.push({ period, amounts });
  }
  return found;
}
