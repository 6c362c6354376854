import type { OrderColumns } from "./account-columns";
import type { Scope } from "./scope";

type Cell = number | null;
type MonthsRow = { accountId: string; cells: Cell[][]; types: string[][] };
type DaysRow = { accountId: string; cells: [number, Cell, number][] };

// One row per account with its months inside: a tenth of the time of a row per month.
function loadMonths({ tx, workspaceId }: Scope): Promise<MonthsRow[]> {
  return tx.$queryRaw<MonthsRow[]>`
    SELECT account_id AS "accountId",
      json_agg(json_build_array(month, order_minor, order_square_sum, order_days, order_count,
        chosen_minor, automatic_minor, list_minor, discounted_list_minor, margin_minor)
        ORDER BY month) AS cells,
      json_agg(product_type_ids ORDER BY month) AS types
    FROM account_month
    WHERE workspace_id = ${workspaceId}::uuid
      AND (order_minor IS DISTINCT FROM 0 OR order_count > 0 OR list_minor <> 0)
    GROUP BY account_id`;
}

function loadDays({ tx, workspaceId }: Scope): Promise<DaysRow[]> {
  return tx.$queryRaw<DaysRow[]>`
    SELECT account_id AS "accountId",
      json_agg(json_build_array(ordered_on - DATE '1970-01-01', amount_minor, is_active::int)
        ORDER BY ordered_on) AS cells
    FROM account_order_day WHERE workspace_id = ${workspaceId}::uuid
    GROUP BY account_id`;
}

function toColumns({ cells, types }: MonthsRow, days: DaysRow["cells"]): OrderColumns {
  return {
    months: cells.map((cell, index) => ({
      month: cell[0] ?? 0,
      orderMinor: cell[1] ?? null,
      orderSquareSum: cell[2] ?? 0,
      orderDays: cell[3] ?? 0,
      orderCount: cell[4] ?? 0,
      chosenMinor: cell[5] ?? 0,
      automaticMinor: cell[6] ?? 0,
      listMinor: cell[7] ?? 0,
      discountedListMinor: cell[8] ?? 0,
      marginMinor: cell[9] ?? null,
      productTypeIds: types[index] ?? [],
    })),
    days: days.map(([day, amountMinor, isActive]) => ({
      day,
      amountMinor,
      isActive: isActive === 1,
    })),
  };
}

/** The stored order columns of every account of a workspace that ever ordered. */
export async function loadColumns(scope: Scope): Promise<Map<string, OrderColumns>> {
  const months = await loadMonths(scope);
  const days = new Map((await loadDays(scope)).map((row) => [row.accountId, row.cells]));
  return new Map(
    months.map((row) => [row.accountId, toColumns(row, days.get(row.accountId) ?? [])]),
  );
}
