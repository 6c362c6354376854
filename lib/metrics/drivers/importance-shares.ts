import { checkFinite } from "../core/check";
import { addUp, correlationsOf, momentsOf } from "./moments";

export type ImportanceShares =
  | {
      /** Share of the outcome's variance each driver accounts for; they add up to `explained`. */
      readonly shares: readonly number[];
      /** Correlation of each driver with the outcome: its direction. */
      readonly directions: readonly number[];
      /** R squared of all drivers together, 0..1. */
      readonly explained: number;
      readonly n: number;
      readonly reason: null;
    }
  | { readonly n: number; readonly reason: "noData" | "tooFewAnswers" | "noVariation" };

export const answersPerDriver = 10;
export const mostForShapley = 12;

export function isConstant(rows: readonly (readonly number[])[], column: number): boolean {
  return rows.every((row) => row[column] === rows[0]?.[column]);
}

/** Checks the rows, and shares out what they explain by the given method. */
export function importanceShares(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
  method: (correlations: Float64Array, width: number) => number[],
): ImportanceShares {
  const n = drivers.length;
  const width = drivers[0]?.length ?? 0;
  checkTable(drivers, outcome, width);
  if (n === 0 || width === 0) return { n, reason: "noData" };
  if (n < answersPerDriver * width) return { n, reason: "tooFewAnswers" };
  const rows = drivers.map((row, i) => [...row, outcome[i] as number]);
  if (Array.from({ length: width + 1 }, (_, j) => j).some((j) => isConstant(rows, j)))
    return { n, reason: "noVariation" };
  const correlations = correlationsOf(addUp(momentsOf(rows.map((row) => [row]))), width + 1);
  const shares = method(correlations, width);
  const explained = shares.reduce((total, share) => total + share, 0);
  return { shares, directions: directionsOf(correlations, width), explained, n, reason: null };
}

export function directionsOf(correlations: Float64Array, width: number): number[] {
  return Array.from({ length: width }, (_, i) => correlations[i * (width + 1) + width] as number);
}

function checkTable(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
  width: number,
): void {
  if (outcome.length !== drivers.length)
    throw new RangeError("drivers and outcome must be of equal length");
  drivers.forEach((row, index) => {
    if (row.length !== width) throw new RangeError(`drivers[${index}] must have ${width} values`);
    row.forEach((value, j) => {
      checkFinite(value, `drivers[${index}][${j}]`);
    });
    checkFinite(outcome[index] as number, `outcome[${index}]`);
  });
}
