import { type CloseColumn, type CloseMatrix, closeMatrix } from "@/lib/facts/kernel/close-matrix";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { lastWholeMonth } from "@/lib/metrics";
import type { Closes } from "../retention.types";
import type { Scene } from "../scene";

export const YEAR = 12;
/** Closes shown at most, and how many months lie between two of them. */
export const SPANS: Record<Closes, { most: number; every: number }> = {
  month: { most: 48, every: 1 },
  quarter: { most: 16, every: 3 },
  year: { most: 4, every: 12 },
};

/**
 * First month of which the data tell who was there: that of the orders, where there are any. Of the
 * contracts that began before only those are known that lasted until then.
 */
export function coveredFrom({ contexts, rateMonth, firstMonth }: WorkspaceFacts): number | null {
  return contexts.dataFromMonth <= rateMonth ? contexts.dataFromMonth : firstMonth;
}

const COLUMNS = [
  "openingMinor",
  "closingMinor",
  "contractOpeningMinor",
  "contractClosingMinor",
  "state",
] as const;

export type Months = Pick<CloseMatrix, "firstMonth" | "months">;

/** The months of a page, beginning a year before the first that is shown; null without any. */
export function monthsFor({ facts, asOfDay }: Scene): Months | null {
  const from = coveredFrom(facts);
  if (from === null) return null;
  const last = lastWholeMonth(asOfDay);
  const first = Math.max(from, last - SPANS.month.most + 1 - YEAR);
  const months = last - first + 1;
  return months > YEAR ? { firstMonth: first, months } : null;
}

/** The closes of some accounts in those months. */
export function matrixOf(
  units: readonly UnitFacts[],
  { firstMonth, months }: Months,
  columns: readonly CloseColumn[] = COLUMNS,
): CloseMatrix {
  const known = units.filter(({ head }) => !head.hasUnknownRate);
  return closeMatrix(
    known.map(({ series }) => series),
    firstMonth,
    months,
    columns,
  );
}

/** Of those months the ones at which a period closes; every month is one of its own. */
export function closingMonths(matrix: Months, closes: Closes): number[] {
  const { every, most } = SPANS[closes];
  const months: number[] = [];
  for (let index = YEAR; index < matrix.months; index += 1) {
    const month = matrix.firstMonth + index;
    if ((month + 1) % every === 0) months.push(month);
  }
  return months.slice(-most);
}

/** A customer at the close of each month, account by account. */
export function isActiveIn(matrix: CloseMatrix, account: number, month: number): boolean {
  const { state } = matrix.columns;
  return Boolean(state?.[account * matrix.months + month - matrix.firstMonth]);
}
