import { contractValue, firstDayOfMonth, monthOfDay } from "@/lib/metrics";
import type { OrderColumns, OrderMonth } from "./account-columns";
import type { AccountRow } from "./account-rows";
import { buildContracts } from "./build-contracts";
import type { RowsByAccount } from "./build-history";
import { type Rates, roundHalfEven } from "./currency";
import { groupBy } from "./group-by";

export type AccountMonthRow = OrderMonth & {
  accountId: string;
  recurringMinor: number | null;
  complaints: number;
  npsAnswers: number;
  csatAnswers: number;
  lostMarks: number;
  wonBackMarks: number;
  behaviour: number | null;
  attitude: number | null;
  state: string | null;
};

/** Day numbers of the last day of a month. */
export function closeOfMonth(month: number): number {
  return firstDayOfMonth(month + 1) - 1;
}

const NO_ORDERS: Omit<OrderMonth, "month"> = {
  orderMinor: 0,
  orderSquareSum: 0,
  orderDays: 0,
  orderCount: 0,
  chosenMinor: 0,
  automaticMinor: 0,
  listMinor: 0,
  discountedListMinor: 0,
  marginMinor: null,
  productTypeIds: [],
};

/** Yearly recurring value at a month's close, at that month's rates; null where a rate is missing. */
function recurringAt(accountId: string, rows: RowsByAccount, rates: Rates, horizonDay: number) {
  const native: Rates = { ...rates, factor: () => 1 };
  const churn = rows.churn.get(accountId) ?? [];
  const byCurrency = groupBy(rows.terms.get(accountId) ?? [], (term) => term.currency);
  const contracts = [...byCurrency].map(([currency, terms]) => ({
    currency,
    contracts: buildContracts(terms, churn, native, 0, horizonDay),
  }));
  return (month: number): number | null => {
    let total = 0;
    for (const group of contracts) {
      const close = closeOfMonth(month);
      const value = group.contracts.reduce((sum, c) => sum + contractValue(c, close), 0);
      const factor = rates.factor(group.currency, month);
      if (value > 0 && factor === null) return null;
      total += value * (factor ?? 0);
    }
    return roundHalfEven(total);
  };
}

function countByMonth<Row extends { day: number }>(rows: readonly Row[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { day } of rows) {
    const month = monthOfDay(day);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}

function countsOf(accountId: string, rows: RowsByAccount) {
  const contacts = rows.contacts.get(accountId) ?? [];
  const answers = contacts.flatMap((contact) => rows.answers.get(contact.id) ?? []);
  const churn = rows.churn.get(accountId) ?? [];
  const events = rows.events.get(accountId) ?? [];
  return {
    complaints: countByMonth(events.filter((event) => event.kind === "complaint")),
    nps: countByMonth(answers.filter((answer) => answer.question === "nps")),
    csat: countByMonth(answers.filter((answer) => answer.question.startsWith("satisfaction"))),
    lost: countByMonth(churn.filter((row) => row.kind.endsWith("_lost"))),
    wonBack: countByMonth(churn.filter((row) => row.kind === "won_back")),
    firstDays: [
      ...answers.map((answer) => answer.day),
      ...churn.map((row) => row.day),
      ...events.map((event) => event.day),
      ...(rows.terms.get(accountId) ?? []).map((term) => term.startDay),
    ],
  };
}

/** One row for every month from the account's first sign of life to `lastMonth`; states come later. */
export function buildAccountMonths(
  account: AccountRow,
  columns: OrderColumns,
  rows: RowsByAccount,
  frame: { rates: Rates; fromMonth: number; lastMonth: number; horizonDay: number },
): AccountMonthRow[] {
  const counts = countsOf(account.id, rows);
  const byMonth = new Map(columns.months.map((row) => [row.month, row]));
  const first = Math.min(frame.fromMonth, ...counts.firstDays.map(monthOfDay), ...byMonth.keys());
  if (!Number.isFinite(first)) return [];
  const last = Math.max(frame.lastMonth, ...byMonth.keys());
  const recurring = recurringAt(account.id, rows, frame.rates, frame.horizonDay);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const month = first + index;
    return {
      ...(byMonth.get(month) ?? { ...NO_ORDERS, month }),
      accountId: account.id,
      recurringMinor: recurring(month),
      complaints: counts.complaints.get(month) ?? 0,
      npsAnswers: counts.nps.get(month) ?? 0,
      csatAnswers: counts.csat.get(month) ?? 0,
      lostMarks: counts.lost.get(month) ?? 0,
      wonBackMarks: counts.wonBack.get(month) ?? 0,
      behaviour: null,
      attitude: null,
      state: null,
    };
  });
}
