import { checkNonNegative } from "../core/check";
import { sum } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";

export type RevenueRow = { readonly openingMinor: number; readonly closingMinor: number };
type RevenueEstimate = Estimate<"noData" | "zeroDenominator">;

export type RevenueRetention = {
  readonly gross: RevenueEstimate;
  readonly net: RevenueEstimate;
  readonly openingMinor: number;
  readonly churnedMinor: number;
  readonly contractionMinor: number;
  readonly expansionMinor: number;
  /** Closing revenue of accounts that had none at the start: in neither rate. */
  readonly joinedMinor: number;
};

/**
 * Revenue retention: how much of the opening revenue is still there, without and with growth?
 *
 * Formula: over the accounts with revenue at the start, gross = sum of the smaller of opening and
 * closing / sum of opening; net = sum of closing / sum of opening. New and won-back accounts are in
 * neither. Interval: ratio estimator with the account as unit.
 *
 * @param rows one row per account: yearly revenue at the opening and at the closing date, in minor
 *   units of one currency at the opening rate
 * @returns gross 0..1 and net (0 or more), with the bridge between them in minor units
 * Empty: null with noData when no account had revenue at the start.
 * @throws RangeError when an amount is negative or not finite, naming the row
 * @source Cochran, Sampling Techniques (1977), for the interval; Holdfast's own construct
 * @example revenueRetention([{ openingMinor: 85, closingMinor: 103 }, { openingMinor: 6, closingMinor: 0 }, { openingMinor: 9, closingMinor: 0 }]).gross.value // => 0.85
 */
export function revenueRetention(rows: readonly RevenueRow[]): RevenueRetention {
  rows.forEach((row, index) => {
    checkNonNegative(row.openingMinor, `rows[${index}].openingMinor`);
    checkNonNegative(row.closingMinor, `rows[${index}].closingMinor`);
  });
  const base = rows.filter(({ openingMinor }) => openingMinor > 0);
  const total = (amountOf: (row: RevenueRow) => number) => sum(base.map(amountOf));
  const lost = ({ openingMinor: was, closingMinor: is }: RevenueRow) => Math.max(0, was - is);
  return {
    gross: clusteredRatio(
      base.map((row) => ({
        y: Math.min(row.openingMinor, row.closingMinor),
        x: row.openingMinor,
      })),
    ),
    net: clusteredRatio(base.map((row) => ({ y: row.closingMinor, x: row.openingMinor }))),
    openingMinor: total((row) => row.openingMinor),
    churnedMinor: total((row) => (row.closingMinor === 0 ? row.openingMinor : 0)),
    contractionMinor: total((row) => (row.closingMinor === 0 ? 0 : lost(row))),
    expansionMinor: total((row) => Math.max(0, row.closingMinor - row.openingMinor)),
    joinedMinor: sum(rows.map((row) => (row.openingMinor === 0 ? row.closingMinor : 0))),
  };
}
