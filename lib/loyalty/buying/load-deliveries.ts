import type { Tx } from "@/lib/db/with-workspace";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import type { Delivery } from "@/lib/metrics";
import type { Deliveries } from "../measures/delivery-measure";
import { yearUpTo } from "../measures/periods";

type Row = { accountId: string; promised: number[]; came: number[] };

/** What was promised for the last 12 whole months; lines of one order promised and sent alike are one delivery. */
export async function loadDeliveries(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<Deliveries> {
  const { fromDay, untilDay } = yearUpTo(asOfDay);
  // What is still out comes after every day anybody looks at.
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.account_id AS "accountId",
      array_agg(d.required_on - DATE '1970-01-01') AS promised,
      array_agg(coalesce(d.shipped_on, DATE '9999-12-31') - DATE '1970-01-01') AS came
    FROM (
      SELECT DISTINCT p.account_id, coalesce(p.order_number, p.id::text), p.required_on, p.shipped_on
      FROM purchase p
      WHERE p.workspace_id = ${facts.workspaceId}::uuid
        AND p.required_on >= ${isoOfDay(fromDay)}::date
        AND p.required_on < ${isoOfDay(untilDay)}::date AND p.amount_minor > 0
    ) d
    GROUP BY d.account_id`;
  const byUnit = new Map<string, Delivery[]>();
  for (const { accountId, promised, came } of rows) {
    const unitId = facts.unitOfAccount.get(accountId);
    if (unitId === undefined) continue;
    const own = byUnit.get(unitId) ?? [];
    byUnit.set(unitId, own);
    promised.forEach((promisedDay, at) => {
      own.push({ promisedDay, deliveredDay: came[at] ?? null });
    });
  }
  return byUnit;
}
