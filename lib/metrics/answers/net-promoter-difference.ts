import { mean, sum } from "../core/order-statistics";
import { interval, z95 } from "../core/result";
import type { Difference } from "../statistics/newcombe-difference";
import { adjusted, voteOf } from "./net-promoter-score";

/**
 * NPS difference: did the net promoter score really change between two groups of people?
 *
 * Formula: difference of the two scores; interval from the difference of the adjusted scores +/- 1.96
 * x root of the sum of their variances, each with three answers added; a real change is one whose
 * interval leaves 0 out.
 *
 * @param now answers 0..10 of the one group
 * @param before answers 0..10 of the other, of different people
 * @returns now minus before, in points -200..200, with interval and whether it is a real change
 * Empty: null with noData when a group is empty; isRealChange is then null.
 * @throws RangeError when a score is off the scale, naming its row
 * @source Rocks (2016), The American Statistician 70
 * @example netPromoterDifference([10, 10, 9, 9], [0, 0, 3, 8]).value // => 175
 * @example netPromoterDifference([10, 7, 3], [9, 8, 2]).isRealChange // => false
 */
export function netPromoterDifference(
  now: readonly number[],
  before: readonly number[],
): Difference {
  const n = now.length + before.length;
  const nowVotes = now.map((score, index) => voteOf(score, `now[${index}]`));
  const beforeVotes = before.map((score, index) => voteOf(score, `before[${index}]`));
  const is = mean(nowVotes);
  const was = mean(beforeVotes);
  if (is === null || was === null) return { value: null, n, reason: "noData", isRealChange: null };
  const a = adjustedVotes(nowVotes);
  const b = adjustedVotes(beforeVotes);
  const standardError = Math.sqrt(a.variance / a.size + b.variance / b.size);
  return differenceOf(is - was, a.value - b.value, standardError, n, "adjustedWald");
}

/**
 * Paired NPS difference: did the same people change their minds?
 *
 * Formula: mean of (vote now minus vote before), a vote being +1, 0 or -1; standard error = root of
 * the variance of these differences / n; a real change is one whose interval leaves 0 out.
 *
 * @param pairs answers 0..10 of the same person now and before
 * @returns mean change in points -200..200 with interval and whether it is a real change
 * Empty: null with noData without pairs; one pair has no interval and says nothing about change.
 * @throws RangeError when a score is off the scale, naming its row
 * @source Cochran, Sampling Techniques (1977), paired differences
 * @example pairedNetPromoterDifference([{ now: 10, before: 7 }, { now: 9, before: 9 }]).value // => 50
 */
export function pairedNetPromoterDifference(
  pairs: readonly { readonly now: number; readonly before: number }[],
): Difference {
  const changes = pairs.map(
    (pair, index) =>
      voteOf(pair.now, `pairs[${index}].now`) - voteOf(pair.before, `pairs[${index}].before`),
  );
  const n = pairs.length;
  const value = mean(changes);
  if (value === null) return { value: null, n, reason: "noData", isRealChange: null };
  if (n === 1) return { value: 100 * value, n, interval: null, isRealChange: null };
  const variance = sum(changes.map((change) => (change - value) ** 2)) / (n - 1);
  return differenceOf(value, value, Math.sqrt(variance / n), n, "pairedWald");
}

function adjustedVotes(votes: readonly number[]) {
  const promoters = votes.filter((vote) => vote > 0).length;
  const detractors = votes.filter((vote) => vote < 0).length;
  return adjusted(promoters, detractors, votes.length);
}

function differenceOf(
  value: number,
  centre: number,
  standardError: number,
  n: number,
  method: string,
): Difference {
  const low = Math.max(-2, Math.min(value, centre - z95 * standardError));
  const high = Math.min(2, Math.max(value, centre + z95 * standardError));
  return {
    value: 100 * value,
    n,
    interval: interval(method, 100 * low, 100 * high, { n }),
    isRealChange: low > 0 || high < 0,
  };
}
