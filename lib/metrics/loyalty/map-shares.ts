import { interval } from "../core/result";
import { type RatioRow, ratioOf, weightsOf } from "../statistics/clustered-ratio";
import { wilsonInterval, wilsonLimits } from "../statistics/wilson-interval";
import { isStaying } from "./map-sums";
import type { MapPart, MapShare, Placed, ShareOfRevenue } from "./map-types";

const parts = [
  ...(["loyal", "passive", "latent", "leaving", "notKnown"] as const),
  ...(["unhappy", "lukewarm", "unheard", "notProven"] as const),
] satisfies readonly MapPart[];

const bitOf = Object.fromEntries(parts.map((part, at) => [part, 1 << at])) as {
  [K in MapPart]: number;
};

/** The parts an active account is in, as bits: each is looked at nine times. */
function partsOf(placed: Placed, line: number): number {
  const { standing, attitude } = placed;
  if (standing === null) return 0;
  let bits = bitOf[standing.state] | (standing.part === null ? 0 : bitOf[standing.part]);
  if (isStaying(placed, line) && attitude.score === null) bits |= bitOf.unheard;
  const isNotProven = (bits & (bitOf.passive | bitOf.unheard)) !== 0;
  return isNotProven ? bits | bitOf.notProven : bits;
}

/** An active account: what it weighs, and the parts it is in. */
export type MapMember = { readonly x: number; readonly bits: number };

export function memberOf(placed: Placed, line: number): MapMember {
  return { x: Math.max(0, placed.revenue.runningMinor), bits: partsOf(placed, line) };
}

/** Every part of the map as a share of the active accounts and of their revenue, with its doubt. */
export function mapShares(members: readonly MapMember[]): { [K in MapPart]: MapShare } {
  // One list for all parts: nine of a hundred thousand accounts keep the memory busier than the sums.
  const rows = members.map(({ x }) => ({ y: 0, x }));
  const weights = weightsOf(rows);
  const shareOf = (part: MapPart): MapShare => {
    let accounts = 0;
    rows.forEach((row, index) => {
      const holds = ((members[index] as MapMember).bits & bitOf[part]) !== 0;
      if (holds) accounts += 1;
      row.y = holds ? row.x : 0;
    });
    return {
      accounts: wilsonInterval(accounts, members.length),
      revenue: shareOfRevenue(rows, weights),
    };
  };
  return Object.fromEntries(parts.map((part) => [part, shareOf(part)])) as {
    [K in MapPart]: MapShare;
  };
}

/**
 * A share of revenue with the ratio's standard error, its limits taken on the logit so that they stay
 * between 0 and 1. Where no account or every account is in the part, rows that do not differ would leave
 * no doubt at all: then Wilson's interval on the effective number of accounts.
 */
export function shareOfRevenue(
  rows: readonly RatioRow[],
  weights = weightsOf(rows),
): ShareOfRevenue {
  const ratio = ratioOf(rows, weights);
  if (ratio.value === null || ratio.interval === null) return ratio;
  const { value, n } = ratio;
  const { effectiveN } = ratio.interval;
  const isAllOrNone = rows.every(({ y }) => y === 0) || rows.every(({ y, x }) => y === x);
  if (isAllOrNone) {
    const [low, high] = wilsonLimits(value, effectiveN);
    return { value, n, interval: interval("wilson", low, high, { n, effectiveN }) };
  }
  const half = (ratio.interval.high - value) / (value * (1 - value));
  const at = (shift: number) => 1 / (1 + (1 / value - 1) * Math.exp(-shift));
  const limits = interval("ratioLogit", at(-half), at(half), { n, effectiveN });
  return { value, n, interval: limits };
}
