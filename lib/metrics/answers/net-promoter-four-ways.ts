import { checkDay } from "../core/check";
import { mean } from "../core/order-statistics";
import { type ClusteredNetPromoterScore, clusteredScore } from "./net-promoter-by-account";
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
type CastVote = { vote: number; day: number; role: RoleAnswer["role"] };

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
  const votes = accounts.map(({ answers }, account) => {
    if (answers.length === 0) return silent;
    return waysOf(
      answers.map(({ score, day, role }, index) => {
        const row = () => `accounts[${account}].answers[${index}]`;
        const vote = voteOf(score, () => `${row()}.score`);
        if (!Number.isSafeInteger(day)) checkDay(day, `${row()}.day`);
        return { vote, day, role: role ?? "user" };
      }),
    );
  });
  const by = (way: NpsWay) => clusteredScore(votes.map((ways) => ({ vote: ways[way], weight: 1 })));
  const disagrees = votes.map((ways) => {
    const known = Object.values(ways).filter((vote) => vote !== null);
    return known.length > 0 && Math.max(...known) - Math.min(...known) >= 1;
  });
  return {
    meanOfAll: by("meanOfAll"),
    latestOnly: by("latestOnly"),
    signerFirst: by("signerFirst"),
    worstDecisionMaker: by("worstDecisionMaker"),
    disagreeing: disagrees.filter(Boolean).length,
    disagrees,
  };
}

const silent: Votes = {
  meanOfAll: null,
  latestOnly: null,
  signerFirst: null,
  worstDecisionMaker: null,
};

function waysOf(answers: readonly CastVote[]): Votes {
  const votesOf = (wanted: (answer: CastVote) => boolean) =>
    answers.filter(wanted).map(({ vote }) => vote);
  const signers = votesOf(({ role }) => role === "decisionMaker");
  const influencers = votesOf(({ role }) => role === "influencer");
  const users = votesOf(({ role }) => role === "user");
  const latest = answers.reduce((last, { day }) => Math.max(last, day), Number.NEGATIVE_INFINITY);
  return {
    meanOfAll: mean(votesOf(() => true)),
    latestOnly: mean(votesOf(({ day }) => day === latest)),
    signerFirst: mean(signers) ?? mean(influencers) ?? mean(users),
    worstDecisionMaker: signers.length === 0 ? null : Math.min(...signers),
  };
}
