import { checkBetween } from "../core/check";
import { type Estimate, interval } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";

export type RetentionRow = {
  readonly isActiveAtStart: boolean;
  readonly isActiveAtEnd: boolean;
};

export type CustomerRetention = {
  readonly retention: Estimate;
  readonly churn: Estimate;
  readonly lost: number;
  /** Active at the end but not at the start: new and won back, in neither rate. */
  readonly joined: number;
};

/**
 * Customer retention: which share of the customers at the start is still there at the end?
 *
 * Formula: active at start and end / active at start; churn = 1 - retention. Who joined or was won
 * back inside the period is in neither. Interval: Wilson.
 *
 * @param rows one row per account
 * @returns retention and churn 0..1 with intervals; n is the number active at the start
 * Empty: null with noData when nobody was active at the start.
 * @throws RangeError never
 * @source Fader & Hardie, Customer-Base Valuation (2006), on denominators; Wilson (1927)
 * @example customerRetention([{ isActiveAtStart: true, isActiveAtEnd: true }, { isActiveAtStart: true, isActiveAtEnd: false }, { isActiveAtStart: false, isActiveAtEnd: true }]).retention.value // => 0.5
 */
export function customerRetention(rows: readonly RetentionRow[]): CustomerRetention {
  let opening = 0;
  let kept = 0;
  let joined = 0;
  for (const { isActiveAtStart, isActiveAtEnd } of rows) {
    if (isActiveAtStart) opening += 1;
    if (isActiveAtStart && isActiveAtEnd) kept += 1;
    if (!isActiveAtStart && isActiveAtEnd) joined += 1;
  }
  const retention = wilsonInterval(kept, opening);
  return { retention, churn: complement(retention), lost: opening - kept, joined };
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
