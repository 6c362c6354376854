import { checkFinite } from "../core/check";
import type { Estimate } from "../core/result";
import { clusteredRatio, type RatioRow } from "../statistics/clustered-ratio";
import type { DriverItem, DriverRow } from "./driver-types";

/** An item or a block of items, by the columns it holds. */
export type Compared = {
  readonly key: string;
  readonly columns: readonly number[];
  readonly performance: Estimate;
};

export function checkRows(rows: readonly DriverRow[], items: readonly DriverItem[]): void {
  const keys = items.map(({ key }) => key);
  keys.forEach((key, j) => {
    if (keys.indexOf(key) !== j) throw new RangeError(`items[${j}].key "${key}" stands twice`);
  });
  rows.forEach(({ answers, outcome }, index) => {
    if (answers.length !== items.length)
      throw new RangeError(`rows[${index}].answers must have ${items.length} values`);
    checkFinite(outcome, `rows[${index}].outcome`);
    answers.forEach((answer, j) => {
      if (answer !== null) checkFinite(answer, `rows[${index}].answers[${j}]`);
    });
  });
}

/** Complete rows, the outcome last, by account; accounts by name, so that the order of rows never shows. */
export function completeByAccount(rows: readonly DriverRow[]): number[][][] {
  const byAccount = new Map<string, number[][]>();
  for (const { account, answers, outcome } of rows) {
    const given = answers.filter((answer) => answer !== null);
    if (given.length < answers.length) continue;
    const own = byAccount.get(account) ?? [];
    byAccount.set(account, own);
    own.push([...given, outcome]);
  }
  return [...byAccount].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own);
}

export function comparedItems(
  rows: readonly DriverRow[],
  items: readonly DriverItem[],
): Compared[] {
  return items.map(({ key }, j) => ({ key, columns: [j], performance: meanAnswer(rows, [j]) }));
}

/** Blocks in the order of their first items. */
export function comparedGroups(
  rows: readonly DriverRow[],
  items: readonly DriverItem[],
): Compared[] {
  const names = items.map(({ key, group }) => group ?? key);
  return [...new Set(names)].map((key) => {
    const columns = names.flatMap((name, j) => (name === key ? [j] : []));
    return { key, columns, performance: meanAnswer(rows, columns) };
  });
}

function meanAnswer(rows: readonly DriverRow[], columns: readonly number[]): Estimate {
  const byAccount = new Map<string, RatioRow>();
  for (const { account, answers } of rows)
    for (const column of columns) {
      const answer = answers[column] ?? null;
      const { y, x } = byAccount.get(account) ?? { y: 0, x: 0 };
      if (answer !== null) byAccount.set(account, { y: y + answer, x: x + 1 });
    }
  const mean = clusteredRatio([...byAccount.values()]);
  return mean.value === null ? { value: null, n: 0, reason: "noData" } : mean;
}
