import type { OrderHistory } from "@/lib/metrics";
import { monthOfDay, orderHistory } from "@/lib/metrics";
import type { OrderGroupRow } from "./account-rows";
import { type Rates, roundHalfEven } from "./currency";
import { groupBy } from "./group-by";

/** What an account ordered in a month, in the workspace's currency at that month's rate. */
export type OrderMonth = {
  month: number;
  /** Null where a rate is missing: unknown, not 0. */
  orderMinor: number | null;
  orderSquareSum: number;
  orderDays: number;
  orderCount: number;
  chosenMinor: number;
  automaticMinor: number;
  listMinor: number;
  discountedListMinor: number;
  marginMinor: number | null;
  productTypeIds: string[];
};

export type OrderDay = { day: number; amountMinor: number | null; isActive: boolean };

export type OrderColumns = { months: OrderMonth[]; days: OrderDay[] };

type Converted = OrderGroupRow & { month: number; factor: number | null };

function convert(row: OrderGroupRow, rates: Rates): Converted {
  const month = monthOfDay(row.day);
  const factor = rates.factor(row.currency, month);
  const times = (minor: number) => (factor === null ? 0 : roundHalfEven(minor * factor));
  return {
    ...row,
    month,
    factor,
    amountMinor: times(row.amountMinor),
    listMinor: times(row.listMinor),
    discountedListMinor: times(row.discountedListMinor),
    marginMinor: row.marginMinor === null ? null : times(row.marginMinor),
  };
}

function isActiveDay(rows: readonly OrderGroupRow[]): boolean {
  return rows.some((row) => row.hasPositive && row.choice !== "automatic");
}

function monthOf(month: number, rows: readonly Converted[], history: OrderHistory): OrderMonth {
  const at = month - history.firstMonth;
  const isUnknown = rows.some((row) => row.factor === null);
  const total = (field: "listMinor" | "discountedListMinor" | "orders") =>
    rows.reduce((sum, row) => sum + row[field], 0);
  const days = [...groupBy(rows, (row) => row.day).values()];
  return {
    month,
    orderMinor: isUnknown ? null : (history.totalMinor[at] ?? 0),
    orderSquareSum: history.daySquareSum[at] ?? 0,
    orderDays: days.filter(isActiveDay).length,
    orderCount: total("orders"),
    chosenMinor: history.activeMinor[at] ?? 0,
    automaticMinor: history.automaticMinor[at] ?? 0,
    listMinor: total("listMinor"),
    discountedListMinor: total("discountedListMinor"),
    marginMinor: rows.some((row) => row.marginMinor === null || row.factor === null)
      ? null
      : rows.reduce((sum, row) => sum + (row.marginMinor ?? 0), 0),
    productTypeIds: [...new Set(rows.flatMap((row) => row.productTypeIds))].sort(),
  };
}

function dayOf(day: number, rows: readonly Converted[]): OrderDay {
  const isUnknown = rows.some((row) => row.factor === null);
  const amount = rows.reduce((sum, row) => sum + row.amountMinor, 0);
  return { day, amountMinor: isUnknown ? null : amount, isActive: isActiveDay(rows) };
}

/** The order columns of one account, ascending; only months and days with orders. */
export function orderColumns(groups: readonly OrderGroupRow[], rates: Rates): OrderColumns {
  const rows = groups.map((row) => convert(row, rates));
  const history = orderHistory(rows);
  const months = [...groupBy(rows, (row) => row.month)].sort(([a], [b]) => a - b);
  const days = [...groupBy(rows, (row) => row.day)].sort(([a], [b]) => a - b);
  return {
    months: months.map(([month, own]) => monthOf(month, own, history)),
    days: days.map(([day, own]) => dayOf(day, own)),
  };
}
