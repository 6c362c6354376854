import { checkBetween, checkFinite, checkWholeBetween } from "../core/check";
import { sum } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, checkDraws } from "../statistics/bootstrap";
import {
  potentialOf,
  type StratumPotential,
  strataOf,
  stratumPotential,
  whyNotCompared,
} from "./potential-strata";

export type { StratumPotential } from "./potential-strata";

export type PotentialRow = {
  /** Accounts are compared only inside a stratum, such as size band and region. */
  readonly stratum: string;
  readonly isLoyal: boolean;
  /** A year's revenue. */
  readonly revenueMinor: number;
  /** A year's margin; null where it is not known. */
  readonly marginMinor?: number | null;
};

export type UpliftPotential = {
  readonly revenue: Estimate<"noData" | "nothingComparable">;
  /** The same among the accounts whose margin is known; noData where none is. */
  readonly margin: Estimate<"noData" | "nothingComparable">;
  /** What all accounts in one pot would say: how much the strata correct. */
  readonly unstratified: Estimate<"noData" | "nothingComparable">;
  readonly strata: readonly StratumPotential[];
  /** Share of the less loyal accounts, and of their revenue, that has loyal ones to be held against. */
  readonly comparableShare: number | null;
  readonly comparableRevenueShare: number | null;
  readonly marginKnownShare: number | null;
  /** Loyal accounts may bring more because they are better off: never an effect. */
  readonly claim: "association";
};

/**
 * Potential: what would it be worth if less loyal accounts were like loyal accounts of their kind?
 *
 * Formula: sum over the strata of (less loyal accounts x (mean amount of the loyal minus mean amount of
 * the less loyal)), times the stated share that could be won over. Strata are size and region; regions
 * of a size that are too small to compare are put together. A stratum with fewer than 5 loyal accounts is
 * named and left out. Range: both kinds of every stratum drawn again with replacement, one account fewer
 * than it has. Beside it the same figure with all accounts in one stratum.
 *
 * @param rows one row per account of known state: stratum, loyal or not, yearly revenue and margin in
 *   minor units
 * @param options conversionShare 0..1 (the stated assumption); fewestLoyal, whole, 5 by default; seed
 *   and replicates
 * @returns minor units a year in revenue and in margin, negative where loyal accounts bring less, with
 *   every stratum; association, not effect
 * Empty: null with noData without rows, nothingComparable where no stratum holds enough of both kinds.
 * @throws RangeError when an amount is not finite or the share not 0..1, naming the row
 * @source Cochran (1968), Biometrics 24, on stratified comparison; Rao & Wu (1988), JASA 83, on the draws
 * @example upliftPotential([300, 310, 290, 305, 295].map((revenueMinor) => ({ stratum: "large", isLoyal: true, revenueMinor })).concat([{ stratum: "large", isLoyal: false, revenueMinor: 200 }]), { conversionShare: 0.2 }).revenue.value // => 20
 */
export function upliftPotential(
  rows: readonly PotentialRow[],
  options: BootstrapOptions & { readonly conversionShare: number; readonly fewestLoyal?: number },
): UpliftPotential {
  const { conversionShare, fewestLoyal = 5 } = options;
  checkBetween(conversionShare, 0, 1, "conversionShare");
  checkWholeBetween(fewestLoyal, 1, 1_000_000, "fewestLoyal");
  rows.forEach(({ revenueMinor, marginMinor }, index) => {
    checkFinite(revenueMinor, () => `rows[${index}].revenueMinor`);
    checkFinite(marginMinor ?? 0, () => `rows[${index}].marginMinor`);
  });
  const settings = { conversionShare, fewestLoyal, ...checkDraws(options) };
  const known = rows.flatMap(({ stratum, isLoyal, marginMinor }) =>
    marginMinor == null ? [] : [{ stratum, isLoyal, amountMinor: marginMinor }],
  );
  const revenues = rows.map(({ stratum, isLoyal, revenueMinor }) => ({
    stratum,
    isLoyal,
    amountMinor: revenueMinor,
  }));
  const strata = strataOf(revenues);
  const onePot = strataOf(revenues.map((row) => ({ ...row, stratum: "all" })));
  const used = strata.filter((stratum) => whyNotCompared(stratum, fewestLoyal) === null);
  const [all, compared] = [strata, used].map((list) => list.flatMap(({ lessLoyal }) => lessLoyal));
  return {
    revenue: potentialOf(strata, settings),
    margin: potentialOf(strataOf(known), settings),
    unstratified: potentialOf(onePot, settings),
    strata: strata.map((stratum) => stratumPotential(stratum, settings)),
    comparableShare: shareOf(compared?.length ?? 0, all?.length ?? 0),
    comparableRevenueShare: shareOf(sum(compared ?? []), sum(all ?? [])),
    marginKnownShare: shareOf(known.length, rows.length),
    claim: "association",
  };
}

function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
