import { checkBetween, checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { LoyaltyState } from "./assessment-types";

/** What is assumed to be lost within 12 months, until there is history. */
export const assumedLossShares: { readonly [K in LoyaltyState]: number } = {
  leaving: 0.35,
  latent: 0.25,
  passive: 0.15,
  notKnown: 0.15,
  loyal: 0.05,
};

/** Accounts that stood in a state, and what is proven to be left of their revenue 12 months later. */
export type LossSpan = {
  readonly state: LoyaltyState;
  readonly openingMinor: number;
  readonly closingMinor: number;
  /** How much of an account's year the row stands for: 1 by default, 1/12 where spans begin every month. */
  readonly accountYears?: number;
};

export type LossShare = {
  readonly value: number;
  /** Assumed below 30 account-years in the state. */
  readonly basis: "assumed" | "learned";
  readonly accountYears: number;
};

export type LossShares = { readonly [K in LoyaltyState]: LossShare };

const priorAccounts = 20;
const learnedFrom = 30;

/**
 * Loss share: which share of a state's revenue is lost within 12 months?
 *
 * Formula: (lost + 20 x mean running revenue x assumed share) / (base + 20 x mean running revenue).
 *
 * @param input lost and base: minor units over account-years; mean running revenue of an account; the
 *   assumed share 0..1; how many account-years the base holds
 * @returns 0..1, and whether it is assumed (below 30 account-years) or learned
 * Empty: the assumed share when there is no base and no revenue.
 * @throws RangeError when an amount is negative or not finite, or more was lost than there was
 * @source Efron & Morris, Stein's Paradox in Statistics (1977), shrinkage; Holdfast's own construct
 * @example lossShare({ lostMinor: 6.6, baseMinor: 60, meanRunningMinor: 0.82, assumed: 0.15, accountYears: 61 }).value // => 0.119
 */
export function lossShare(input: {
  readonly lostMinor: number;
  readonly baseMinor: number;
  readonly meanRunningMinor: number;
  readonly assumed: number;
  readonly accountYears: number;
}): LossShare {
  const lost = checkNonNegative(input.lostMinor, "lostMinor");
  const base = checkNonNegative(input.baseMinor, "baseMinor");
  const prior = priorAccounts * checkNonNegative(input.meanRunningMinor, "meanRunningMinor");
  if (lost > base) throw new RangeError("lostMinor must not be more than baseMinor");
  const assumed = checkBetween(input.assumed, 0, 1, "assumed");
  const accountYears = checkNonNegative(input.accountYears, "accountYears");
  const basis = accountYears < learnedFrom ? "assumed" : "learned";
  if (base + prior === 0) return { value: assumed, basis: "assumed", accountYears };
  return { value: (lost + prior * assumed) / (base + prior), basis, accountYears };
}

/**
 * Loss shares by state: what has this workspace's own history taught about each state?
 *
 * Formula: per state, over all 12-month spans between closes of months, each a twelfth of an
 * account-year: lost = all of an account that was lost and of the others the fall that is proven
 * (proven K), never negative; base = sum of opening revenue; then the loss share with 20 mean accounts
 * of the assumed share mixed in.
 *
 * @param spans one row per account and 12-month span, or sums of such rows; closing revenue is what is
 *   proven to be left, 0 when lost; both already weighed by the row's account-years
 * @param meanRunningMinor mean running revenue of an active account today, minor units
 * @param assumed assumed share per state
 * @returns a loss share for each of the five states
 * Empty: the assumed shares.
 * @throws RangeError when an amount is negative or not finite, naming the row
 * @source Holdfast's own construct
 * @example lossShares([], 1000).loyal // => { value: 0.05, basis: "assumed", accountYears: 0 }
 */
export function lossShares(
  spans: readonly LossSpan[],
  meanRunningMinor: number,
  assumed: { readonly [K in LoyaltyState]: number } = assumedLossShares,
): LossShares {
  spans.forEach((span, index) => {
    checkNonNegative(span.openingMinor, `spans[${index}].openingMinor`);
    checkNonNegative(span.closingMinor, `spans[${index}].closingMinor`);
    checkNonNegative(span.accountYears ?? 1, `spans[${index}].accountYears`);
  });
  const shareOf = (state: LoyaltyState) => {
    const rows = spans.filter((span) => span.state === state);
    return lossShare({
      lostMinor: sumOf(rows, (row) => Math.max(0, row.openingMinor - row.closingMinor)),
      baseMinor: sumOf(rows, (row) => row.openingMinor),
      meanRunningMinor,
      assumed: assumed[state],
      accountYears: sumOf(rows, (row) => row.accountYears ?? 1),
    });
  };
  return {
    leaving: shareOf("leaving"),
    latent: shareOf("latent"),
    passive: shareOf("passive"),
    notKnown: shareOf("notKnown"),
    loyal: shareOf("loyal"),
  };
}
