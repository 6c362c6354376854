import { changeScores, type RatioPair } from "../statistics/clustered-difference";
import { clusterError } from "../statistics/clustered-ratio";
import { type Difference, noDifference, testedByZ } from "../statistics/difference";
import { WIDEST_CHANGE } from "./net-promoter-difference";
import { meanVote } from "./votes";

/** One account's scores at each date; empty where it was silent. */
export type AccountChange = { readonly now: readonly number[]; readonly before: readonly number[] };

/**
 * NPS difference by account: did the score by account really change, whoever answered both times?
 *
 * Formula: NPS by account now minus before. Interval: clustered difference with the account as unit,
 * so that an account heard twice is compared with itself, two accounts heard twice added, one of them
 * a step up and one a step down; a real change is one whose interval leaves 0 out.
 *
 * @param accounts per account its scores 0..10 at the two dates
 * @returns difference in points -200..200 with interval, p and whether it is a real change; n accounts
 *   heard at either date
 * Empty: null with noData when no account answered at one of the dates.
 * @throws RangeError when a score is off the scale, naming account and row
 * @source Kish, Survey Sampling (1965), on differences of ratio means; Agresti & Min (2005), Statistics in Medicine 24
 * @example npsByAccountDifference([{ now: [9], before: [7] }, { now: [10, 9], before: [9] }, { now: [], before: [8] }]).value // => 66.7
 */
export function npsByAccountDifference(accounts: readonly AccountChange[]): Difference {
  const heard: RatioPair[] = [];
  accounts.forEach((scores, account) => {
    const now = rowOf(scores.now, () => `accounts[${account}].now`);
    const before = rowOf(scores.before, () => `accounts[${account}].before`);
    if (now !== null || before !== null) heard.push({ now, before });
  });
  const n = heard.length;
  const plain = changeScores(heard);
  const added = changeScores([...heard, step(1), step(-1)]);
  if (typeof plain === "string" || typeof added === "string") return noDifference(n, "noData");
  return testedByZ(plain.value, n, {
    method: "clusteredAdjustedWald",
    standardError: clusterError(added.scores),
    centre: added.value,
    limit: WIDEST_CHANGE,
  });
}

function rowOf(scores: readonly number[], name: () => string): RatioPair["now"] {
  const vote = meanVote(scores, name);
  return vote === null ? null : { y: 100 * vote, x: 1 };
}

function step(votes: number): RatioPair {
  return { now: { y: 100 * votes, x: 1 }, before: { y: 0, x: 1 } };
}
