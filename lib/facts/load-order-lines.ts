import type { Reader } from "@/lib/db/with-workspace-sql";
import { AUTOMATIC, type OrderLines, SAME_ORDER } from "./order-lines";

type LinesRow = Pick<OrderLines, "accountId" | "currency"> & {
  days: number[];
  amountsMinor: number[];
  typeIds: (string | null)[];
  flags: number[];
};

function linesOf({ typeIds, ...row }: LinesRow): OrderLines {
  const own = [...new Set(typeIds)];
  const numbers = new Map(own.map((id, index) => [id, index]));
  return {
    ...row,
    types: typeIds.map((id) => numbers.get(id) ?? 0),
    typeIds: own,
  };
}

/** Lines of purchases that bill no contract, per account and currency. */
export async function loadOrderLines(
  tx: Reader,
  workspaceId: string,
  accountIds: readonly string[],
): Promise<OrderLines[]> {
  const rows = await tx.$queryRaw<LinesRow[]>`
    SELECT "accountId", currency,
      array_agg(day ORDER BY at) AS days,
      array_agg(amount ORDER BY at) AS "amountsMinor",
      array_agg("typeId" ORDER BY at) AS "typeIds",
      array_agg(
        ${SAME_ORDER}::int * coalesce(number = before AND day = "dayBefore", FALSE)::int
          + ${AUTOMATIC}::int * automatic ORDER BY at) AS flags
    FROM (
      SELECT p.account_id AS "accountId", p.currency, p.product_type_id AS "typeId",
        p.ordered_on - DATE '1970-01-01' AS day, p.amount_minor::float8 AS amount,
        p.order_number AS number, coalesce(p.chosen_by = 'automatic', FALSE)::int AS automatic,
        row_number() OVER by_day AS at,
        lag(p.order_number) OVER by_day AS before,
        lag(p.ordered_on - DATE '1970-01-01') OVER by_day AS "dayBefore"
      FROM purchase p
      LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
        AND t.workspace_id = ${workspaceId}::uuid
      WHERE p.workspace_id = ${workspaceId}::uuid AND p.contract_id IS NULL
        AND coalesce(t.billed_as, 'order') <> 'contract'
        AND p.account_id = ANY(${accountIds}::uuid[])
      WINDOW by_day AS (
        PARTITION BY p.account_id, p.currency ORDER BY p.ordered_on, p.order_number, p.id)
    ) line
    GROUP BY "accountId", currency
    ORDER BY "accountId", currency`;
  return rows.map(linesOf);
}
