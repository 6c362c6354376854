import { checkNonNegative } from "../core/check";
import { type Bounds, boundsOfSilence } from "../core/finite-population";
import { sum, sumOf } from "../core/order-statistics";
import { type Interval, noFigure } from "../core/result";
import { NPS_SCALE } from "./net-promoter-score";
import { meanVote, scoreInterval, type Vote } from "./votes";

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
      readonly interval: Interval;
      /** Share of the accounts, or of the revenue, that was heard. */
      readonly heardShare: number;
      readonly bounds: Bounds;
    }
  | { readonly value: null; readonly n: number; readonly reason: "noData" | "zeroDenominator" };

/**
 * NPS by account: how many more accounts would recommend us, when each account has one voice?
 *
 * Formula: 100 x mean, over the answering accounts, of the account's mean of +1 (9-10), 0 (7-8) and
 * -1 (0-6). Interval: adjusted Wald with the account as unit, three accounts added, of them 3/4
 * promoters and 3/4 detractors; added accounts and variance shrink by the share that is silent.
 *
 * @param accounts all accounts of the group, silent ones with no scores
 * @returns -100..100, accounts heard, and the bounds if all silent accounts said the worst or the best
 * Empty: null with noData when no account answered.
 * @throws RangeError when a score is off the scale or a revenue negative, naming the account
 * @source Cochran, Sampling Techniques (1977); Reichheld (2003); Rocks (2016), The American Statistician 70
 * @example npsByAccount([{ scores: [9, 9, 0], revenueMinor: 5 }, { scores: [0], revenueMinor: 1 }]).value // => -33.3
 */
export function npsByAccount(accounts: readonly AccountScores[]): ClusteredNetPromoterScore {
  return clusteredScore(votesOf(accounts), equalWeights(accounts.length));
}

/**
 * NPS by revenue: how much more of our revenue would recommend us?
 *
 * Formula: 100 x sum of (account's mean of +1, 0, -1 x revenue) / sum of revenue, over the answering
 * accounts, with the revenue at the survey date. Interval as for NPS by account, each account weighed
 * by its revenue and the three added ones by the mean revenue; effective n by Kish.
 *
 * @param accounts all accounts of the group, silent ones with no scores; revenue in minor units
 * @returns -100..100, share of the revenue heard, and the bounds for the silent revenue
 * Empty: null with noData when no account answered, zeroDenominator when those have no revenue.
 * @throws RangeError when a score is off the scale or a revenue negative, naming the account
 * @source Kish, Survey Sampling (1965); Cochran (1977); Rocks (2016)
 * @example npsByRevenue([{ scores: [9], revenueMinor: 300 }, { scores: [0], revenueMinor: 100 }]).value // => 50
 */
export function npsByRevenue(accounts: readonly AccountScores[]): ClusteredNetPromoterScore {
  return clusteredScore(
    votesOf(accounts),
    accounts.map(({ revenueMinor }) => revenueMinor),
  );
}

function votesOf(accounts: readonly AccountScores[]): (number | null)[] {
  return accounts.map(({ scores, revenueMinor }, index) => {
    checkNonNegative(revenueMinor, () => `accounts[${index}].revenueMinor`);
    return meanVote(scores, () => `accounts[${index}].scores`);
  });
}

/** Each account counts as much as any other. */
export function equalWeights(accounts: number): ArrayLike<number> {
  return new Uint8Array(accounts).fill(1);
}

/** @param votes one per account, null where it is silent */
export function clusteredScore(
  votes: readonly (number | null)[],
  weights: ArrayLike<number>,
): ClusteredNetPromoterScore {
  const heard: Vote[] = [];
  votes.forEach((vote, account) => {
    if (vote !== null) heard.push({ vote, weight: weights[account] as number });
  });
  const n = heard.length;
  if (n === 0) return noFigure(n, "noData");
  const weight = sumOf(heard, (one) => one.weight);
  if (weight === 0) return noFigure(n, "zeroDenominator");
  const share = sumOf(heard, (one) => one.vote * one.weight) / weight;
  const value = Math.max(-100, Math.min(100, 100 * share));
  const heardShare = Math.min(1, weight / sum(weights));
  return {
    value,
    n,
    interval: scoreInterval(value, heard, votes.length),
    heardShare,
    bounds: boundsOfSilence(value, heardShare, NPS_SCALE),
  };
}
