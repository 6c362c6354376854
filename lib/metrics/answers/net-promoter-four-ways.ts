import { checkDay } from "../core/check";
import {
  type ClusteredNetPromoterScore,
  clusteredScore,
  equalWeights,
} from "./net-promoter-by-account";
import { voteOf } from "./votes";

export type RoleAnswer = {
  readonly score: number;
  readonly day: number;
  /** Null (not known) counts as user. */
  readonly role: "decisionMaker" | "influencer" | "user" | null;
};

export type NpsWay = "meanOfAll" | "latestOnly" | "signerFirst" | "worstDecisionMaker";

export type NpsByAccountFourWays = { readonly [Way in NpsWay]: ClusteredNetPromoterScore } & {
  /** Accounts heard for which two of the ways differ by a whole vote. */
  readonly disagreeing: number;
  /** The same per account, in the order given. */
  readonly disagrees: readonly boolean[];
};

type Votes = { readonly [Way in NpsWay]: number | null };

/**
 * NPS by account, four ways: does the score depend on who in an account is counted?
 *
 * Formula: the NPS by account with four votes of an account side by side: the mean of all its answers;
 * its latest answer only (several of one day: their mean); the mean of its decision-makers, else of
 * its influencers, else of its users; its least convinced decision-maker, only where one answered. An
 * account disagrees with itself where two of its four votes lie 1 or more apart.
 *
 * @param accounts per account its answers 0..10 with day and role, the latest per person; silent
 *   accounts with none
 * @returns the four scores with intervals, and the accounts whose ways disagree
 * Empty: each way is null with noData when no account has a vote of its kind.
 * @throws RangeError when a score is off the scale or a day not whole, naming account and answer
 * @source Reichheld (2003); Cochran (1977); Holdfast's own construct
 * @example npsByAccountFourWays([{ answers: [{ score: 4, day: 1, role: "decisionMaker" }, { score: 9, day: 2, role: "user" }] }]).latestOnly.value // => 100
 * @example npsByAccountFourWays([{ answers: [{ score: 4, day: 1, role: "decisionMaker" }, { score: 9, day: 2, role: "user" }] }]).disagrees // => [true]
 */
export function npsByAccountFourWays(
  accounts: readonly { readonly answers: readonly RoleAnswer[] }[],
): NpsByAccountFourWays {
  const votes = accounts.map(({ answers }, account) =>
    waysOf(answers, (index) => `accounts[${account}].answers[${index}]`),
  );
  const equal = equalWeights(accounts.length);
  const by = (way: NpsWay) =>
    clusteredScore(
      votes.map((ways) => ways[way]),
      equal,
    );
  const disagrees = votes.map(isDisagreeing);
  return {
    meanOfAll: by("meanOfAll"),
    latestOnly: by("latestOnly"),
    signerFirst: by("signerFirst"),
    worstDecisionMaker: by("worstDecisionMaker"),
    disagreeing: disagrees.filter(Boolean).length,
    disagrees,
  };
}

function isDisagreeing({ meanOfAll, latestOnly, signerFirst, worstDecisionMaker }: Votes): boolean {
  if (meanOfAll === null || latestOnly === null || signerFirst === null) return false;
  const worst = worstDecisionMaker ?? signerFirst;
  const highest = Math.max(meanOfAll, latestOnly, signerFirst, worst);
  return highest - Math.min(meanOfAll, latestOnly, signerFirst, worst) >= 1;
}

const silent: Votes = {
  meanOfAll: null,
  latestOnly: null,
  signerFirst: null,
  worstDecisionMaker: null,
};

/** @param name of an answer, for a bad one */
function waysOf(answers: readonly RoleAnswer[], name: (index: number) => string): Votes {
  if (answers.length === 0) return silent;
  const all = { sum: 0, n: 0 };
  const latest = { sum: 0, n: 0 };
  const by = {
    decisionMaker: { sum: 0, n: 0 },
    influencer: { sum: 0, n: 0 },
    user: { sum: 0, n: 0 },
  };
  let latestDay = Number.NEGATIVE_INFINITY;
  let worst = 1;
  answers.forEach(({ score, day, role }, index) => {
    const vote = voteOf(score, () => `${name(index)}.score`);
    checkDay(day, () => `${name(index)}.day`);
    if (day > latestDay) Object.assign(latest, { sum: 0, n: 0 });
    latestDay = Math.max(latestDay, day);
    add(all, vote);
    add(by[role ?? "user"], vote);
    if (day === latestDay) add(latest, vote);
    if (role === "decisionMaker") worst = Math.min(worst, vote);
  });
  return {
    meanOfAll: meanOf(all),
    latestOnly: meanOf(latest),
    signerFirst: meanOf(by.decisionMaker) ?? meanOf(by.influencer) ?? meanOf(by.user),
    worstDecisionMaker: by.decisionMaker.n === 0 ? null : worst,
  };
}

type VotesOfSome = { sum: number; n: number };

function add(some: VotesOfSome, vote: number): void {
  some.sum += vote;
  some.n += 1;
}

function meanOf({ sum, n }: VotesOfSome): number | null {
  return n === 0 ? null : sum / n;
}
