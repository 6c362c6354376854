import { sumOf } from "../core/order-statistics";
import { noFigure } from "../core/result";
import { checkRatioRows, type RatioRow } from "./clustered-ratio";

export type LargestInfluence =
  | { readonly value: number; readonly n: number /** Which row it is. */; readonly index: number }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "nothingComparable" };

/**
 * Largest influence: which single account moves a share or a rate most, and by how much?
 *
 * Formula: R = sum of y / sum of x over all accounts, minus R without the account; the one for which
 * this is largest in size, the first of equals.
 *
 * @param rows one row per account: y what is counted, x the weight, at least 0
 * @returns what the account adds to R (negative: takes from it), in the unit of y / x, and its row
 * Empty: null with noData without rows, nothingComparable where no account can be left out.
 * @throws RangeError when y is not finite or x negative or not finite, naming the row
 * @source Efron & Tibshirani, An Introduction to the Bootstrap (1993), chapter 11, on leaving one out
 * @example largestInfluence([{ y: 90, x: 100 }, { y: 10, x: 50 }, { y: 50, x: 50 }]) // => { value: -0.1833, n: 3, index: 1 }
 */
export function largestInfluence(rows: readonly RatioRow[]): LargestInfluence {
  checkRatioRows(rows);
  const n = rows.length;
  if (n === 0) return noFigure(n, "noData");
  const y = sumOf(rows, (row) => row.y);
  const x = sumOf(rows, (row) => row.x);
  let largest: { value: number; index: number } | null = null;
  for (let index = 0; index < n; index += 1) {
    const row = rows[index] as RatioRow;
    if (x - row.x <= 0) continue;
    const value = y / x - (y - row.y) / (x - row.x);
    if (largest === null || Math.abs(value) > Math.abs(largest.value)) largest = { value, index };
  }
  return largest === null ? noFigure(n, "nothingComparable") : { ...largest, n };
}
