import { mean, sum, sumOf } from "../core/order-statistics";
import { type Difference, noDifference, testedByZ } from "../statistics/difference";
import { adjustedScore, voteOf } from "./votes";

/** Largest change there is, in points. */
export const WIDEST_CHANGE = 200;

/**
 * NPS difference: did the net promoter score really change between two groups of people?
 *
 * Formula: difference of the two scores; interval from the difference of the adjusted scores +/- 1.96
 * x root of the sum of their variances, each with three answers added; a real change is one whose
 * interval leaves 0 out.
 *
 * @param now answers 0..10 of the one group
 * @param before answers 0..10 of the other, of different people
 * @returns now minus before, in points -200..200, with interval, p and whether it is a real change
 * Empty: null with noData when a group is empty; isRealChange and p are then null.
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
  const nowVotes = now.map((score, index) => voteOf(score, () => `now[${index}]`));
  const beforeVotes = before.map((score, index) => voteOf(score, () => `before[${index}]`));
  const is = mean(nowVotes);
  const was = mean(beforeVotes);
  if (is === null || was === null) return noDifference(n, "noData");
  const a = adjustedOf(nowVotes);
  const b = adjustedOf(beforeVotes);
  return testedByZ(100 * (is - was), n, {
    method: "adjustedWald",
    standardError: 100 * Math.hypot(a.standardError, b.standardError),
    centre: 100 * (a.centre - b.centre),
    limit: WIDEST_CHANGE,
  });
}

/**
 * Paired NPS difference: did the same people change their minds?
 *
 * Formula: mean of (vote now minus vote before), a vote being +1, 0 or -1. Interval: two pairs added,
 * one a step up and one a step down; their mean +/- 1.96 x root of (mean square minus square of the
 * mean) / (n + 2); a real change is one whose interval leaves 0 out.
 *
 * @param pairs answers 0..10 of the same person now and before
 * @returns mean change in points -200..200 with interval, p and whether it is a real change
 * Empty: null with noData without pairs.
 * @throws RangeError when a score is off the scale, naming its row
 * @source Agresti & Min (2005), Statistics in Medicine 24, on answers added to matched pairs; Cochran (1977)
 * @example pairedNetPromoterDifference([{ now: 10, before: 7 }, { now: 9, before: 9 }]).value // => 50
 */
export function pairedNetPromoterDifference(
  pairs: readonly { readonly now: number; readonly before: number }[],
): Difference {
  const changes = pairs.map(
    (pair, index) =>
      voteOf(pair.now, () => `pairs[${index}].now`) -
      voteOf(pair.before, () => `pairs[${index}].before`),
  );
  const n = pairs.length;
  const value = mean(changes);
  if (value === null) return noDifference(n, "noData");
  const added = [...changes, 1, -1];
  const centre = sum(added) / added.length;
  const variance = sumOf(added, (change) => (change - centre) ** 2) / added.length;
  return testedByZ(100 * value, n, {
    method: "pairedAdjustedWald",
    standardError: 100 * Math.sqrt(variance / added.length),
    centre: 100 * centre,
    limit: WIDEST_CHANGE,
  });
}

function adjustedOf(votes: readonly number[]) {
  return adjustedScore(
    votes.map((vote) => ({ vote, weight: 1 })),
    1,
  );
}
