import { checkBetween } from "../core/check";
import { type Estimate, interval } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";

export type RetentionRow = {
  readonly isActiveAtStart: boolean;
  readonly isActiveAtEnd: boolean;
  /** Was a customer at some time before the start: tells won back from new. */
  readonly wasActiveBefore?: boolean;
};

export type CustomerRetention = {
  readonly retention: Estimate;
  readonly churn: Estimate;
  readonly lost: number;
  /** Active at the end but not at the start, in neither rate: for the first time, and again. */
  readonly joined: number;
  readonly wonBack: number;
};

/**
 * Customer retention: which share of the customers at the start is still there at the end?
 *
 * Formula: active at start and end / active at start; churn = 1 - retention. Who joined or was won
 * back inside the period is in neither. Interval: Wilson.
 *
 * @param rows one row per account
 * @returns retention and churn 0..1 with intervals, and how many were lost, joined and won back; n is
 *   the number active at the start
 * Empty: null with noData when nobody was active at the start.
 * @throws RangeError never
 * @source Fader & Hardie, Customer-Base Valuation (2006), on denominators; Wilson (1927)
 * @example customerRetention([{ isActiveAtStart: true, isActiveAtEnd: true }, { isActiveAtStart: true, isActiveAtEnd: false }, { isActiveAtStart: false, isActiveAtEnd: true }]).retention.value // => 0.5
 */
export function customerRetention(rows: readonly RetentionRow[]): CustomerRetention {
  const base = rows.filter((row) => row.isActiveAtStart);
  const kept = base.filter((row) => row.isActiveAtEnd).length;
  const entered = rows.filter((row) => !row.isActiveAtStart && row.isActiveAtEnd);
  const wonBack = entered.filter((row) => row.wasActiveBefore).length;
  const retention = wilsonInterval(kept, base.length);
  return {
    retention,
    churn: complement(retention),
    lost: base.length - kept,
    joined: entered.length - wonBack,
    wonBack,
  };
}

function complement(share: Estimate): Estimate {
  if (share.value === null || share.interval === null) return share;
  const { low, high } = share.interval;
  return {
    value: 1 - share.value,
    n: share.n,
    interval: interval("wilson", 1 - high, 1 - low, share.interval),
  };
}

/**
 * Annualised churn: what would a period's churn amount to in a year?
 *
 * Formula: 1 - (1 - churn) to the power of 12 / months; never months added up.
 *
 * @param churn share lost in the period, 0..1
 * @param months length of the period in months, above 0
 * @returns share lost in a year, 0..1
 * Empty: no churn known, no year: do not call with null.
 * @throws RangeError when churn is not 0..1 or months not above 0
 * @source Fader & Hardie (2006)
 * @example annualisedChurn(0.02, 1) // => 0.2153
 */
export function annualisedChurn(churn: number, months: number): number {
  checkBetween(churn, 0, 1, "churn");
  if (!(months > 0 && Number.isFinite(months))) throw new RangeError("months must be above 0");
  return 1 - (1 - churn) ** (12 / months);
}
