import { chiSquareTail } from "../numeric/gamma";
import { solve } from "../numeric/solve";
import { checkSurvivalRows, riskTable, type SurvivalRow } from "./kaplan-meier";

export type LogRank =
  | {
      readonly value: number;
      readonly degrees: number;
      readonly pValue: number;
      readonly isRealDifference: boolean;
      readonly n: number;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" };

/**
 * Log-rank test: do two or more groups really stay for different lengths of time?
 *
 * Formula: at each time with an end, observed ends of a group minus those expected if all groups
 * were alike (ends x at risk in group / at risk in all); chi-square = the summed differences weighed
 * by their hypergeometric covariance, with groups - 1 degrees of freedom.
 *
 * @param groups per group the rows as for `kaplanMeier`
 * @returns chi-square, degrees of freedom, p, and whether p is under .05; n rows
 * Empty: null with noData under two groups with rows, or without any end.
 * @throws RangeError when a time is negative, not finite or not after its entry, naming the row
 * @source Mantel (1966), Cancer Chemotherapy Reports 50; Peto & Peto (1972), JRSS A 135
 * @example logRank([[{ time: 1, event: true }, { time: 2, event: true }], [{ time: 3, event: true }, { time: 4, event: true }]]).value // => 2.882
 */
export function logRank(groups: readonly (readonly SurvivalRow[])[]): LogRank {
  groups.forEach((rows, index) => {
    checkSurvivalRows(rows, `groups[${index}]`);
  });
  const used = groups.filter((rows) => rows.length > 0);
  const n = used.reduce((total, rows) => total + rows.length, 0);
  const degrees = used.length - 1;
  const table = riskTable(used.flat());
  if (degrees < 1 || table.length === 0) return { value: null, n, reason: "noData" };
  const difference = new Array<number>(degrees).fill(0);
  const covariance = difference.map(() => new Array<number>(degrees).fill(0));
  for (const { time, atRisk, ends } of table)
    addTime(used, time, atRisk, ends, difference, covariance);
  const solved = solve(covariance, difference);
  if (solved === null) return { value: null, n, reason: "noData" };
  const value = solved.reduce((total, x, index) => total + x * (difference[index] as number), 0);
  const pValue = chiSquareTail(value, degrees);
  return { value, degrees, pValue, isRealDifference: pValue < 0.05, n };
}

function addTime(
  groups: readonly (readonly SurvivalRow[])[],
  time: number,
  atRisk: number,
  ends: number,
  difference: number[],
  covariance: number[][],
): void {
  const inGroup = groups.map((rows) => rows.filter((row) => isAtRisk(row, time)).length);
  const spread = atRisk > 1 ? (ends * (atRisk - ends)) / (atRisk - 1) : 0;
  for (let i = 0; i < difference.length; i += 1) {
    const observed = (groups[i] ?? []).filter((row) => row.event && row.time === time).length;
    const shareI = (inGroup[i] as number) / atRisk;
    difference[i] = (difference[i] as number) + observed - ends * shareI;
    for (let j = 0; j < difference.length; j += 1) {
      const shareJ = (inGroup[j] as number) / atRisk;
      const row = covariance[i] as number[];
      row[j] = (row[j] as number) + spread * shareI * ((i === j ? 1 : 0) - shareJ);
    }
  }
}

function isAtRisk({ time: until, entry = 0 }: SurvivalRow, time: number): boolean {
  return until >= time && (entry === 0 || entry < time);
}
