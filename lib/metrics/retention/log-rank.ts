import { chiSquareTail } from "../numeric/gamma";
import { solve } from "../numeric/solve";
import { checkSurvivalRows, endTimes, riskTable, type SurvivalRow } from "./survival-rows";

export type LogRankGroup = {
  readonly n: number;
  readonly observed: number;
  /** Ends this group would have had if all groups were alike. */
  readonly expected: number;
};

export type LogRank =
  | {
      readonly value: number;
      readonly degrees: number;
      readonly pValue: number;
      readonly isRealDifference: boolean;
      readonly n: number;
      /** In the given order, groups without rows included. */
      readonly groups: readonly LogRankGroup[];
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" };

/**
 * Log-rank test: do two or more groups really stay for different lengths of time?
 *
 * Formula: at each time with an end, observed ends of a group minus those expected if all groups
 * were alike (ends x at risk in group / at risk in all); chi-square = the summed differences weighed
 * by their hypergeometric covariance, with groups - 1 degrees of freedom. A group that was never at
 * risk together with another is left out of the test.
 *
 * @param groups per group the rows as for `kaplanMeier`
 * @returns chi-square, degrees of freedom, p, whether p is under .05, and per group observed and
 *   expected ends; n rows
 * Empty: null with noData when fewer than two groups were at risk together at an end, or at every end
 *   all ended at once.
 * @throws RangeError when a time is negative, not finite or not after its entry, naming group and row
 * @source Mantel (1966), Cancer Chemotherapy Reports 50; Peto & Peto (1972), JRSS A 135
 * @example logRank([[{ time: 1, event: true }, { time: 2, event: true }], [{ time: 3, event: true }, { time: 4, event: true }]]).value // => 2.882
 */
export function logRank(groups: readonly (readonly SurvivalRow[])[]): LogRank {
  groups.forEach((rows, index) => {
    checkSurvivalRows(rows, `groups[${index}]`);
  });
  const n = groups.reduce((total, rows) => total + rows.length, 0);
  const times = endTimes(groups.flat());
  const tables = groups.map((rows) => riskTable(rows, times));
  const { difference, covariance } = compare(tables, times.length);
  const tested = groups
    .map((_, group) => group)
    .filter((group) => at(covariance, group, group) > 0);
  const free = tested.slice(0, -1);
  const solved = solve(
    free.map((i) => free.map((j) => at(covariance, i, j))),
    free.map((i) => difference[i] as number),
  );
  if (free.length === 0 || solved === null) return { value: null, n, reason: "noData" };
  const value = free.reduce(
    (total, group, index) => total + (difference[group] as number) * (solved[index] as number),
    0,
  );
  const pValue = chiSquareTail(value, free.length);
  return {
    value,
    degrees: free.length,
    pValue,
    isRealDifference: pValue < 0.05,
    n,
    groups: groups.map((rows, group) => {
      const observed = rows.filter(({ event }) => event).length;
      return { n: rows.length, observed, expected: observed - (difference[group] as number) };
    }),
  };
}

type Table = ReturnType<typeof riskTable>;

function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return (matrix[row] as readonly number[])[column] as number;
}

/** Observed minus expected ends per group, and the covariance of these differences. */
function compare(tables: readonly Table[], times: number) {
  const difference = tables.map(() => 0);
  const covariance = tables.map(() => tables.map(() => 0));
  const shares = new Float64Array(tables.length);
  for (let time = 0; time < times; time += 1) {
    const total = (of: keyof Table) =>
      tables.reduce((sum, table) => sum + (table[of][time] as number), 0);
    const [atRisk, ends] = [total("atRisk"), total("ends")];
    const spread = atRisk > 1 ? (ends * (atRisk - ends)) / (atRisk - 1) : 0;
    tables.forEach((table, group) => {
      const share = (table.atRisk[time] as number) / atRisk;
      shares[group] = share;
      difference[group] =
        (difference[group] as number) + (table.ends[time] as number) - ends * share;
    });
    addSpread(covariance, shares, spread);
  }
  return { difference, covariance };
}

function addSpread(covariance: number[][], shares: Float64Array, spread: number): void {
  for (let i = 0; i < shares.length; i += 1) {
    const row = covariance[i] as number[];
    const scaled = spread * (shares[i] as number);
    for (let j = 0; j < shares.length; j += 1)
      row[j] = (row[j] as number) + scaled * ((i === j ? 1 : 0) - (shares[j] as number));
  }
}
