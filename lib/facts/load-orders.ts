import type { Reader } from "@/lib/db/with-workspace-sql";
import { isoOfDay, monthNumber } from "@/lib/format/calendar";
import type { OrderGroupRow } from "./account-rows";
import type { Scope } from "./scope";

/** Purchases that bill no contract, per account, day, currency and choice. */
export function loadOrderGroups({ tx, workspaceId, accountIds }: Scope): Promise<OrderGroupRow[]> {
  return tx.$queryRaw<OrderGroupRow[]>`
    SELECT p.account_id AS "accountId", p.ordered_on - DATE '1970-01-01' AS "day", p.currency,
      coalesce(p.chosen_by, 'notRecorded') AS choice,
      sum(p.amount_minor)::float8 AS "amountMinor",
      sum(coalesce(p.list_minor, p.amount_minor))::float8 AS "listMinor",
      coalesce(sum(p.list_minor) FILTER (WHERE p.list_minor > p.amount_minor), 0)::float8
        AS "discountedListMinor",
      CASE WHEN bool_and(p.margin_minor IS NOT NULL OR t.margin_ratio IS NOT NULL)
        THEN sum(coalesce(p.margin_minor, round(p.amount_minor * t.margin_ratio)))::float8
      END AS "marginMinor",
      (count(DISTINCT p.order_number) FILTER (WHERE p.amount_minor > 0)
        + count(*) FILTER (WHERE p.amount_minor > 0 AND p.order_number IS NULL))::int AS orders,
      bool_or(p.amount_minor > 0) AS "hasPositive",
      coalesce(array_agg(DISTINCT p.product_type_id) FILTER (WHERE p.product_type_id IS NOT NULL),
        '{}') AS "productTypeIds"
    FROM purchase p
    LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
      AND t.workspace_id = ${workspaceId}::uuid
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.contract_id IS NULL
      AND coalesce(t.billed_as, 'order') <> 'contract'
      AND (${accountIds}::uuid[] IS NULL OR p.account_id = ANY(${accountIds}::uuid[]))
    GROUP BY p.account_id, p.ordered_on, p.currency, p.chosen_by
    ORDER BY p.account_id, p.ordered_on, p.currency, p.chosen_by`;
}

// Data that begin in the first week of a month cover that month.
const FIRST_WEEK = 7;

/** First whole month that orders from this day on cover. */
function firstWholeMonth(firstOrderDay: number): number {
  const iso = isoOfDay(firstOrderDay);
  return monthNumber(iso) + (Number(iso.slice(8, 10)) > FIRST_WEEK ? 1 : 0);
}

/** First whole month that the purchases cover; null without any. */
export async function loadFirstMonth(tx: Reader, workspaceId: string): Promise<number | null> {
  const rows = await tx.$queryRaw<{ day: number }[]>`
    SELECT p.ordered_on - DATE '1970-01-01' AS day
    FROM purchase p
    JOIN account a ON a.workspace_id = p.workspace_id AND a.id = p.account_id
      AND a.workspace_id = ${workspaceId}::uuid AND a.archived_at IS NULL
    LEFT JOIN product_type t ON t.workspace_id = p.workspace_id AND t.id = p.product_type_id
      AND t.workspace_id = ${workspaceId}::uuid
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.contract_id IS NULL
      AND coalesce(t.billed_as, 'order') <> 'contract'
    ORDER BY p.ordered_on LIMIT 1`;
  const [first] = rows;
  return first ? firstWholeMonth(first.day) : null;
}
