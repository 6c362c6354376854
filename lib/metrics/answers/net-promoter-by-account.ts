import { checkNonNegative } from "../core/check";
import { mean } from "../core/order-statistics";
import type { Interval } from "../core/result";
import { clusteredRatio, type RatioRow } from "../statistics/clustered-ratio";
import { voteOf } from "./net-promoter-score";

/** One account: its persons' scores (empty when silent), and its yearly revenue at the survey date. */
export type AccountScores = {
  readonly scores: readonly number[];
  readonly revenueMinor: number;
};

export type ClusteredNetPromoterScore =
  | {
      readonly value: number;
      /** Accounts that answered. */
      readonly n: number;
      readonly interval: Interval | null;
      /** Share of the accounts, or of the revenue, that was heard. */
      readonly heardShare: number;
      readonly bounds: { readonly low: number; readonly high: number };
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "zeroDenominator" };

/**
 * NPS by account: how many more accounts would recommend us, when each account has one voice?
 *
 * Formula: 100 x mean, over the answering accounts, of the account's mean of +1 (9-10), 0 (7-8) and
 * -1 (0-6); interval by the ratio estimator with the account as unit.
 *
 * @param accounts all accounts of the group, silent ones with no scores
 * @returns -100..100, accounts heard, and the bounds if all silent accounts said the worst or the best
 * Empty: null with noData when no account answered.
 * @throws RangeError when a score is off the scale or a revenue negative, naming the account
 * @source Cochran, Sampling Techniques (1977); Reichheld (2003)
 * @example npsByAccount([{ scores: [9, 9, 0], revenueMinor: 5 }, { scores: [0], revenueMinor: 1 }]).value // => -33.3
 */
export function npsByAccount(accounts: readonly AccountScores[]): ClusteredNetPromoterScore {
  return weighted(accounts, () => 1, accounts.length);
}

/**
 * NPS by revenue: how much more of our revenue would recommend us?
 *
 * Formula: 100 x sum of (account's mean of +1, 0, -1 x revenue) / sum of revenue, over the answering
 * accounts, with the revenue at the survey date; interval by the ratio estimator with the account as
 * unit, effective n by Kish.
 *
 * @param accounts all accounts of the group, silent ones with no scores; revenue in minor units
 * @returns -100..100, share of the revenue heard, and the bounds for the silent revenue
 * Empty: null with noData when no account answered, zeroDenominator when those have no revenue.
 * @throws RangeError when a score is off the scale or a revenue negative, naming the account
 * @source Kish, Survey Sampling (1965); Cochran (1977)
 * @example npsByRevenue([{ scores: [9], revenueMinor: 300 }, { scores: [0], revenueMinor: 100 }]).value // => 50
 */
export function npsByRevenue(accounts: readonly AccountScores[]): ClusteredNetPromoterScore {
  return weighted(accounts, (account) => account.revenueMinor);
}

function weighted(
  accounts: readonly AccountScores[],
  weightOf: (account: AccountScores) => number,
  population?: number,
): ClusteredNetPromoterScore {
  const rows: RatioRow[] = [];
  let total = 0;
  accounts.forEach((account, index) => {
    checkNonNegative(account.revenueMinor, `accounts[${index}].revenueMinor`);
    const votes = account.scores.map((score, i) =>
      voteOf(score, `accounts[${index}].scores[${i}]`),
    );
    const vote = mean(votes);
    const weight = weightOf(account);
    total += weight;
    if (vote !== null) rows.push({ y: 100 * vote * weight, x: weight });
  });
  const ratio = clusteredRatio(rows, population === undefined ? {} : { population });
  if (ratio.value === null) return ratio;
  const heardShare = rows.reduce((heard, { x }) => heard + x, 0) / total;
  const silent = 100 * (1 - heardShare);
  return {
    value: ratio.value,
    n: ratio.n,
    interval: ratio.interval && {
      ...ratio.interval,
      low: Math.max(-100, ratio.interval.low),
      high: Math.min(100, ratio.interval.high),
    },
    heardShare,
    bounds: { low: heardShare * ratio.value - silent, high: heardShare * ratio.value + silent },
  };
}
