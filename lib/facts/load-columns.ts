import type { OrderColumns } from "./account-columns";
import type { Scope } from "./load-account-rows";

/** An account's facts of one month, as stored. */
export type MonthFact = {
  month: number;
  orderCount: number;
  orderDays: number;
  listMinor: number;
  discountedListMinor: number;
  complaints: number;
  behaviour: number | null;
  attitude: number | null;
  state: string | null;
};

export type StoredColumns = { columns: OrderColumns; months: MonthFact[] };

type Cell = number | null;
type MonthsRow = {
  accountId: string;
  cells: Cell[][];
  states: (string | null)[];
  types: string[][];
};
type DaysRow = { accountId: string; cells: [number, Cell, number][] };

// One row per account with its months inside: a tenth of the time of a row per month.
function loadMonths({ tx, workspaceId }: Scope): Promise<MonthsRow[]> {
  return tx.$queryRaw<MonthsRow[]>`
    SELECT account_id AS "accountId",
      json_agg(json_build_array(month, order_minor, order_square_sum, order_days, order_count,
        chosen_minor, automatic_minor, list_minor, discounted_list_minor, margin_minor, complaints,
        behaviour, attitude) ORDER BY month) AS cells,
      json_agg(state ORDER BY month) AS states,
      json_agg(product_type_ids ORDER BY month) AS types
    FROM account_month WHERE workspace_id = ${workspaceId}::uuid
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

function toStored(row: MonthsRow, days: DaysRow["cells"]): StoredColumns {
  const stored: StoredColumns = { columns: { months: [], days: [] }, months: [] };
  row.cells.forEach((cell, index) => {
    const [month = 0, orderMinor = 0, orderSquareSum, orderDays, orderCount] = cell as number[];
    const [chosenMinor, automaticMinor, listMinor, discountedListMinor] = cell.slice(5) as number[];
    const shared = {
      month: month ?? 0,
      orderDays: orderDays ?? 0,
      orderCount: orderCount ?? 0,
      listMinor: listMinor ?? 0,
      discountedListMinor: discountedListMinor ?? 0,
    };
    if ((orderMinor ?? null) !== 0 || shared.orderCount > 0 || shared.listMinor !== 0)
      stored.columns.months.push({
        ...shared,
        orderMinor: cell[1] ?? null,
        orderSquareSum: orderSquareSum ?? 0,
        chosenMinor: chosenMinor ?? 0,
        automaticMinor: automaticMinor ?? 0,
        marginMinor: cell[9] ?? null,
        productTypeIds: row.types[index] ?? [],
      });
    stored.months.push({
      ...shared,
      complaints: cell[10] ?? 0,
      behaviour: cell[11] ?? null,
      attitude: cell[12] ?? null,
      state: row.states[index] ?? null,
    });
  });
  stored.columns.days = days.map(([day, amountMinor, isActive]) => ({
    day,
    amountMinor,
    isActive: isActive === 1,
  }));
  return stored;
}

/** The stored columns of every account of a workspace. */
export async function loadColumns(scope: Scope): Promise<Map<string, StoredColumns>> {
  const months = await loadMonths(scope);
  const days = new Map((await loadDays(scope)).map((row) => [row.accountId, row.cells]));
  return new Map(
    months.map((row) => [row.accountId, toStored(row, days.get(row.accountId) ?? [])]),
  );
}
