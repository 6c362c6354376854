import { mean, sumOf } from "../core/order-statistics";
import { type Estimate, interval } from "../core/result";
import { quantile, seededRandom } from "../statistics/bootstrap";

export type AmountRow = {
  readonly stratum: string;
  readonly isLoyal: boolean;
  readonly amountMinor: number;
};

/** Accounts of one kind, their amounts ascending so that the order of rows never shows. */
export type Stratum = {
  readonly stratum: string;
  readonly loyal: readonly number[];
  readonly lessLoyal: readonly number[];
};

export type StratumPotential = {
  readonly stratum: string;
  readonly loyal: number;
  readonly lessLoyal: number;
  readonly meanLoyalMinor: number | null;
  readonly meanLessLoyalMinor: number | null;
  /** Null with the reason where the stratum is no part of the sum. */
  readonly potentialMinor: number | null;
  readonly reason: "tooFewLoyal" | "noneLessLoyal" | null;
};

export function strataOf(rows: readonly AmountRow[]): Stratum[] {
  const found = new Map<string, { loyal: number[]; lessLoyal: number[] }>();
  for (const { stratum, isLoyal, amountMinor } of rows) {
    const own = found.get(stratum) ?? { loyal: [], lessLoyal: [] };
    found.set(stratum, own);
    own[isLoyal ? "loyal" : "lessLoyal"].push(amountMinor);
  }
  // Numbers of one kind are sorted without a comparison of ours.
  const ascending = (amounts: readonly number[]) => [...Float64Array.from(amounts).sort()];
  return [...found.keys()].sort().map((stratum) => {
    const { loyal = [], lessLoyal = [] } = found.get(stratum) ?? {};
    return { stratum, loyal: ascending(loyal), lessLoyal: ascending(lessLoyal) };
  });
}

export function whyNotCompared(
  { loyal, lessLoyal }: Stratum,
  fewestLoyal: number,
): StratumPotential["reason"] {
  if (lessLoyal.length === 0) return "noneLessLoyal";
  return loyal.length < fewestLoyal ? "tooFewLoyal" : null;
}

export function stratumPotential(
  stratum: Stratum,
  options: { readonly conversionShare: number; readonly fewestLoyal: number },
): StratumPotential {
  const { loyal, lessLoyal } = stratum;
  const [high, low] = [mean(loyal), mean(lessLoyal)];
  const reason = whyNotCompared(stratum, options.fewestLoyal);
  const gap = reason === null ? lessLoyal.length * ((high as number) - (low as number)) : null;
  return {
    stratum: stratum.stratum,
    loyal: loyal.length,
    lessLoyal: lessLoyal.length,
    meanLoyalMinor: high,
    meanLessLoyalMinor: low,
    potentialMinor: gap === null ? null : gap * options.conversionShare,
    reason,
  };
}

/**
 * Sum over the strata with its range. Every kind of every stratum is drawn from by itself, one account
 * fewer than it has: with all of them, small strata would look surer than they are.
 */
export function potentialOf(
  strata: readonly Stratum[],
  options: {
    readonly conversionShare: number;
    readonly fewestLoyal: number;
    readonly seed: number;
    readonly replicates: number;
  },
): Estimate<"noData" | "nothingComparable"> {
  const { conversionShare, fewestLoyal, seed, replicates } = options;
  const counted = (list: readonly Stratum[]) =>
    sumOf(list, ({ loyal, lessLoyal }) => loyal.length + lessLoyal.length);
  const all = counted(strata);
  if (all === 0) return { value: null, n: 0, reason: "noData" };
  const compared = strata.filter((stratum) => whyNotCompared(stratum, fewestLoyal) === null);
  if (compared.length === 0) return { value: null, n: all, reason: "nothingComparable" };
  const total = (meanOf: (amounts: readonly number[]) => number) =>
    conversionShare *
    sumOf(
      compared,
      ({ loyal, lessLoyal }) => lessLoyal.length * (meanOf(loyal) - meanOf(lessLoyal)),
    );
  const n = counted(compared);
  const value = total((amounts) => mean(amounts) as number);
  const random = seededRandom(seed);
  const draws = Array.from({ length: replicates }, () => total((list) => drawnMean(list, random)));
  draws.sort((a, b) => a - b);
  const low = Math.min(value, quantile(draws, 0.025));
  const high = Math.max(value, quantile(draws, 0.975));
  return { value, n, interval: interval("bootstrap", low, high, { n }) };
}

function drawnMean(amounts: readonly number[], random: () => number): number {
  const size = Math.max(1, amounts.length - 1);
  let total = 0;
  for (let k = 0; k < size; k += 1)
    total += amounts[Math.floor(random() * amounts.length)] as number;
  return total / size;
}
