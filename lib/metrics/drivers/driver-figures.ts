import { type Estimate, interval } from "../core/result";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg";
import { quantile } from "../statistics/bootstrap";
import type { Compared } from "./driver-rows";
import type { DriverFigure, DriverReason } from "./driver-types";

export type Drawn = {
  readonly shares: readonly number[];
  readonly draws: readonly (readonly number[])[];
  /** Shares of drivers of pure chance. */
  readonly chance: readonly number[];
  /** Flat, the outcome last. */
  readonly correlations: Float64Array;
  readonly n: number;
  readonly accounts: number;
};

/** A share with its interval; n answers, of which the accounts are the effective number. */
export function shareEstimate(
  value: number,
  draws: readonly number[],
  { n, accounts }: Pick<Drawn, "n" | "accounts">,
): Estimate<never> {
  if (draws.length === 0) return { value, n, interval: null };
  const sorted = ascending(draws);
  const low = Math.min(value, quantile(sorted, 0.025));
  const high = Math.max(value, quantile(sorted, 0.975));
  return { value, n, interval: interval("bootstrap", low, high, { n, effectiveN: accounts }) };
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Importance, rank and doubt of items or blocks that are compared with one another. */
export function driverFigures(compared: readonly Compared[], drawn: Drawn): DriverFigure[] {
  const add = (shares: readonly number[]) =>
    compared.map(({ columns }) => total(columns.map((j) => shares[j] as number)));
  const shares = add(drawn.shares);
  const ranks = ranksOf(shares);
  const drawnShares = drawn.draws.map(add);
  const drawnRanks = drawnShares.map(ranksOf);
  const byChance = compared.map(({ columns }) => chanceOf(drawn.chance, columns.length));
  const pValues = byChance.map((chances, k) => shareReaching(chances, shares[k] as number));
  const matters = benjaminiHochberg(pValues);
  const explained = total(drawn.shares);
  return compared.map(({ key, columns, performance }, k) => ({
    key,
    items: columns.length,
    importance: shareEstimate(shares[k] as number, column(drawnShares, k), drawn),
    ofExplained: explained > 0 ? (shares[k] as number) / explained : null,
    rank: ranks[k] as number,
    ...stabilityOf(ranks[k] as number, column(drawnRanks, k)),
    direction: directionOf(columns, drawn.correlations, drawn.shares.length),
    chance: quantile(byChance[k] as number[], 0.95),
    pValue: pValues[k] as number,
    matters: matters[k]?.isReal === true,
    performance,
  }));
}

/** Where there is no importance the mean answer stands nevertheless. */
export function withoutFigure(
  { key, columns, performance }: Compared,
  n: number,
  reason: DriverReason,
): DriverFigure {
  return {
    key,
    items: columns.length,
    importance: { value: null, n, reason },
    ofExplained: null,
    rank: null,
    rankRange: null,
    sameRank: null,
    direction: null,
    chance: null,
    pValue: null,
    matters: null,
    performance,
  };
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function column(draws: readonly (readonly number[])[], k: number): number[] {
  return draws.map((one) => one[k] as number);
}

/** 1 for the largest; equal shares share the better place. */
function ranksOf(shares: readonly number[]): number[] {
  return shares.map((share) => 1 + shares.filter((other) => other > share + 1e-12).length);
}

function stabilityOf(rank: number, draws: readonly number[]) {
  if (draws.length === 0) return { rankRange: null, sameRank: null };
  const sorted = ascending(draws);
  const best = Math.min(rank, Math.floor(quantile(sorted, 0.025)));
  const worst = Math.max(rank, Math.ceil(quantile(sorted, 0.975)));
  const same = draws.filter((one) => one === rank).length / draws.length;
  return { rankRange: [best, worst] as const, sameRank: same };
}

/** Correlation of the outcome with the items taken together, each in its own standard deviations. */
function directionOf(columns: readonly number[], correlations: Float64Array, width: number) {
  const at = (i: number, j: number) => correlations[i * (width + 1) + j] as number;
  const along = total(columns.map((i) => at(i, width)));
  const spread = total(columns.flatMap((i) => columns.map((j) => at(i, j))));
  return spread > 1e-12 ? along / Math.sqrt(spread) : 0;
}

/** A block of several items is held against as many drivers of chance. */
function chanceOf(chance: readonly number[], items: number): number[] {
  return ascending(
    chance.map((_, draw) =>
      total(Array.from({ length: items }, (__, k) => chance[(draw + k) % chance.length] as number)),
    ),
  );
}

function shareReaching(chances: readonly number[], share: number): number {
  return (1 + chances.filter((one) => one >= share).length) / (1 + chances.length);
}
