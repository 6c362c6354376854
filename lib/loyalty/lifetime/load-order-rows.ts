import type { Tx } from "@/lib/db/with-workspace";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { isoOfDay } from "@/lib/format/calendar";
import { type PurchaseRow, type SpendRow, shareOf } from "@/lib/metrics";

export type OrderRow = PurchaseRow & SpendRow & { unitId: string };
type SpendSum = { accountId: string; currency: string; amountMinor: number };

/** Order days of an account up to a day: the first one, how many came after it, and the last one. */
function purchasesOf({ history }: UnitFacts, asOfDay: number): PurchaseRow | null {
  const { orderDays } = history.orders;
  const first = orderDays[0];
  if (first === undefined || first > asOfDay) return null;
  let frequency = 0;
  let last = first;
  for (let at = 1; at < orderDays.length; at += 1) {
    const day = orderDays[at] as number;
    if (day > asOfDay) break;
    frequency += 1;
    last = day;
  }
  return { frequency, recency: last - first, age: asOfDay - first };
}

/** The purchases of everybody who had ordered by a day, in days. */
export function purchaseRows(
  facts: WorkspaceFacts,
  asOfDay: number,
): (PurchaseRow & { unitId: string })[] {
  return facts.units.flatMap((unit) => {
    const row = purchasesOf(unit, asOfDay);
    return row === null ? [] : [{ unitId: unit.id, ...row }];
  });
}

/** What was bought after the first order day, by account and currency. */
async function loadSpend(tx: Tx, facts: WorkspaceFacts, asOfDay: number): Promise<SpendSum[]> {
  const members = facts.units.flatMap(({ members: own, history }) => {
    const first = history.orders.orderDays[0];
    return first === undefined ? [] : own.map(({ id }) => ({ id, first }));
  });
  return tx.$queryRaw<SpendSum[]>`
    SELECT p.account_id AS "accountId", p.currency, sum(p.amount_minor)::float8 AS "amountMinor"
    FROM purchase p
    JOIN unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ first }) => first)}::int[])
      AS f(account_id, first_day) ON f.account_id = p.account_id
    LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
      AND t.workspace_id = ${facts.workspaceId}::uuid
    WHERE p.workspace_id = ${facts.workspaceId}::uuid AND p.contract_id IS NULL
      AND coalesce(t.billed_as, 'order') <> 'contract' AND p.amount_minor > 0
      AND p.chosen_by IS DISTINCT FROM 'automatic'
      AND p.ordered_on > DATE '1970-01-01' + f.first_day
      AND p.ordered_on <= ${isoOfDay(asOfDay)}::date
    GROUP BY p.account_id, p.currency`;
}

/** Purchases and the mean amount of a repeat order day, at the rates of the workspace's figures. */
export async function loadOrderRows(
  tx: Tx,
  facts: WorkspaceFacts,
  asOfDay: number,
): Promise<OrderRow[]> {
  const spent = new Map<string, number>();
  for (const { accountId, currency, amountMinor } of await loadSpend(tx, facts, asOfDay)) {
    const unitId = facts.unitOfAccount.get(accountId);
    const factor = facts.rates.factor(currency, facts.rateMonth);
    if (unitId === undefined || factor === null) continue;
    spent.set(unitId, (spent.get(unitId) ?? 0) + amountMinor * factor);
  }
  return purchaseRows(facts, asOfDay).map((row) => ({
    ...row,
    meanSpend: shareOf(spent.get(row.unitId) ?? 0, row.frequency) ?? 0,
  }));
}
