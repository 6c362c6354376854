import { monthOfDay, type OrderHistory } from "@/lib/metrics";
import type { OrderMonth } from "./account-columns";
import type { AccountMonthRow } from "./build-account-months";
import type { RowsByAccount } from "./build-history";
import { type MonthColumn, type MonthSeries, seriesOf } from "./month-columns";

type Columns = { [Name in MonthColumn]?: Float64Array };
type Span = { firstMonth: number; months: number };

/** Months without an order say nothing about margins. */
function hasOrder(row: OrderMonth): boolean {
  return row.orderMinor !== 0 || row.orderCount > 0 || row.listMinor !== 0;
}

/** From the first sign of life of any of the accounts to the last month; null where there is none. */
export function spanOf(
  rows: readonly (readonly AccountMonthRow[])[],
  orders: OrderHistory,
): Span | null {
  const used = rows.filter((own) => own.length > 0);
  const firsts = used.map((own) => own[0]?.month ?? 0);
  const lasts = used.map((own) => own.at(-1)?.month ?? 0);
  if (orders.totalMinor.length > 0) {
    firsts.push(orders.firstMonth);
    lasts.push(orders.firstMonth + orders.totalMinor.length - 1);
  }
  if (firsts.length === 0) return null;
  const firstMonth = Math.min(...firsts);
  return { firstMonth, months: Math.max(...lasts) - firstMonth + 1 };
}

function pooledOrders(orders: OrderHistory, { firstMonth, months }: Span): Columns {
  const from = orders.firstMonth - firstMonth;
  const place = (values: ArrayLike<number>) => {
    const column = new Float64Array(months);
    if (values.length > 0) column.set(values, from);
    return column;
  };
  const orderDates = new Float64Array(months);
  for (let index = 0; index < orders.orderDays.length; index += 1) {
    const at = monthOfDay(orders.orderDays[index] as number) - firstMonth;
    orderDates[at] = (orderDates[at] ?? 0) + 1;
  }
  return {
    totalMinor: place(orders.totalMinor),
    activeMinor: place(orders.activeMinor),
    automaticMinor: place(orders.automaticMinor),
    daySquareSum: place(orders.daySquareSum),
    orderDates,
  };
}

const SUMMED = {
  bookedMinor: (row) => (hasOrder(row) ? (row.orderMinor ?? Number.NaN) : 0),
  orderCount: (row) => row.orderCount,
  listMinor: (row) => row.listMinor,
  discountedListMinor: (row) => row.discountedListMinor,
  marginMinor: (row) => (hasOrder(row) ? (row.marginMinor ?? Number.NaN) : 0),
  complaints: (row) => row.complaints,
  npsAnswers: (row) => row.npsAnswers,
  csatAnswers: (row) => row.csatAnswers,
  lostMarks: (row) => row.lostMarks,
  wonBackMarks: (row) => row.wonBackMarks,
} as const satisfies { [Name in MonthColumn]?: (row: AccountMonthRow) => number };

function summed(rows: readonly AccountMonthRow[], { firstMonth, months }: Span): Columns {
  const columns: Columns = {};
  for (const [name, amountOf] of Object.entries(SUMMED) as [
    keyof typeof SUMMED,
    (row: AccountMonthRow) => number,
  ][]) {
    const column = new Float64Array(months);
    for (const row of rows) {
      const at = row.month - firstMonth;
      column[at] = (column[at] ?? 0) + amountOf(row);
    }
    columns[name] = column;
  }
  return columns;
}

const ROLE_COLUMNS = {
  decisionMaker: "decisionMakerAnswers",
  influencer: "influencerAnswers",
  user: "userAnswers",
} as const;

/** Scores given in each month, by the role of who gave them. */
function answersByRole(
  memberIds: readonly string[],
  rows: RowsByAccount,
  { firstMonth, months }: Span,
): Columns {
  const columns: Columns = {};
  for (const contact of memberIds.flatMap((id) => rows.contacts.get(id) ?? [])) {
    const name = ROLE_COLUMNS[contact.role ?? "user"];
    for (const { question, day } of rows.answers.get(contact.id) ?? []) {
      if (question !== "nps" && !question.startsWith("satisfaction")) continue;
      const at = monthOfDay(day) - firstMonth;
      columns[name] ??= new Float64Array(months);
      columns[name][at] = (columns[name][at] ?? 0) + 1;
    }
  }
  return columns;
}

/** The months of one dot, its sites pooled into it. */
export function buildSeries(given: {
  span: Span;
  orders: OrderHistory;
  rows: readonly AccountMonthRow[];
  memberIds: readonly string[];
  recorded: RowsByAccount;
  closes: Columns;
}): MonthSeries {
  const { span, orders, rows, memberIds, recorded, closes } = given;
  return seriesOf(span.firstMonth, span.months, {
    ...pooledOrders(orders, span),
    ...summed(rows, span),
    ...answersByRole(memberIds, recorded, span),
    ...closes,
  });
}
