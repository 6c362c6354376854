import { interval } from "../core/result";
import { clusteredRatio, type RatioRow } from "../statistics/clustered-ratio";
import { wilsonInterval, wilsonLimits } from "../statistics/wilson-interval";
import { isStaying } from "./map-sums";
import type { MapPart, MapShare, Placed, ShareOfRevenue } from "./map-types";

const isIn: { readonly [K in MapPart]: (placed: Placed, line: number) => boolean } = {
  loyal: ({ standing }) => standing?.state === "loyal",
  passive: ({ standing }) => standing?.state === "passive",
  latent: ({ standing }) => standing?.state === "latent",
  leaving: ({ standing }) => standing?.state === "leaving",
  notKnown: ({ standing }) => standing?.state === "notKnown",
  unhappy: ({ standing }) => standing?.part === "unhappy",
  lukewarm: ({ standing }) => standing?.part === "lukewarm",
  unheard: (placed, line) => isStaying(placed, line) && placed.attitude.score === null,
  notProven: (placed, line) => isIn.passive(placed, line) || isIn.unheard(placed, line),
};

/** Every part of the map as a share of the active accounts and of their revenue, with its doubt. */
export function mapShares(placed: readonly Placed[], line: number): { [K in MapPart]: MapShare } {
  const active = placed.filter(({ standing }) => standing !== null);
  // One list for all parts: nine of a hundred thousand accounts keep the memory busier than the sums.
  const rows = active.map(({ revenue }) => ({ y: 0, x: Math.max(0, revenue.runningMinor) }));
  const shareOf = (part: MapPart): MapShare => {
    let accounts = 0;
    active.forEach((one, index) => {
      const row = rows[index] as (typeof rows)[number];
      const holds = isIn[part](one, line);
      if (holds) accounts += 1;
      row.y = holds ? row.x : 0;
    });
    return { accounts: wilsonInterval(accounts, active.length), revenue: shareOfRevenue(rows) };
  };
  const parts = Object.keys(isIn) as MapPart[];
  return Object.fromEntries(parts.map((part) => [part, shareOf(part)])) as {
    [K in MapPart]: MapShare;
  };
}

/**
 * A share of revenue with the ratio's standard error, its limits taken on the logit so that they stay
 * between 0 and 1. Where no account or every account is in the part, rows that do not differ would leave
 * no doubt at all: then Wilson's interval on the effective number of accounts.
 */
export function shareOfRevenue(rows: readonly RatioRow[]): ShareOfRevenue {
  const ratio = clusteredRatio(rows);
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
