import { checkBetween, checkFinite } from "../core/check";
import { mean } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, bootstrap } from "../statistics/bootstrap";

export type PotentialRow = {
  /** Accounts are compared only inside a stratum, such as size band and region. */
  readonly stratum: string;
  readonly isLoyal: boolean;
  readonly amountMinor: number;
};

export type UpliftPotential = Estimate<"noData" | "nothingComparable"> & {
  /** Share of the less loyal accounts that have loyal ones to be compared with. */
  readonly comparableShare: number | null;
};

/**
 * Potential: what would it be worth if less loyal accounts were like loyal accounts of their kind?
 *
 * Formula: sum over the strata of (less loyal accounts x (mean amount of the loyal minus mean amount of
 * the less loyal)), times the stated share that could be won over. Interval: bootstrap over accounts.
 *
 * @param rows one row per account of known state: stratum, loyal or not, yearly revenue or margin in
 *   minor units
 * @param options conversionShare 0..1 (the stated assumption); seed and replicates
 * @returns minor units a year, negative where loyal accounts bring less; association, not effect
 * Empty: null with noData without rows, nothingComparable where no stratum holds both kinds.
 * @throws RangeError when an amount is not finite or the share not 0..1, naming the row
 * @source Cochran (1968), Biometrics 24, on stratified comparison; Efron & Tibshirani (1993)
 * @example upliftPotential([{ stratum: "large", isLoyal: true, amountMinor: 300 }, { stratum: "large", isLoyal: false, amountMinor: 200 }], { conversionShare: 0.2 }).value // => 20
 */
export function upliftPotential(
  rows: readonly PotentialRow[],
  options: BootstrapOptions & { readonly conversionShare: number },
): UpliftPotential {
  const { conversionShare, ...draws } = options;
  checkBetween(conversionShare, 0, 1, "conversionShare");
  rows.forEach((row, index) => {
    checkFinite(row.amountMinor, `rows[${index}].amountMinor`);
  });
  const n = rows.length;
  if (n === 0) return { value: null, n, reason: "noData", comparableShare: null };
  const comparableShare = shareComparable(rows);
  const estimate = bootstrap(
    rows,
    (sample) => {
      const gap = gapOf(sample);
      return gap === null ? null : gap * conversionShare;
    },
    draws,
  );
  if (estimate.value === null)
    return { value: null, n, reason: "nothingComparable", comparableShare };
  return { ...estimate, comparableShare };
}

function strataOf(rows: readonly PotentialRow[]): { loyal: number[]; less: number[] }[] {
  const strata = new Map<string, { loyal: number[]; less: number[] }>();
  for (const { stratum, isLoyal, amountMinor } of rows) {
    const held = strata.get(stratum) ?? { loyal: [], less: [] };
    strata.set(stratum, held);
    (isLoyal ? held.loyal : held.less).push(amountMinor);
  }
  return [...strata.values()];
}

function gapOf(rows: readonly PotentialRow[]): number | null {
  let total: number | null = null;
  for (const { loyal, less } of strataOf(rows)) {
    const [high, low] = [mean(loyal), mean(less)];
    if (high !== null && low !== null) total = (total ?? 0) + less.length * (high - low);
  }
  return total;
}

function shareComparable(rows: readonly PotentialRow[]): number | null {
  const strata = strataOf(rows);
  const count = (list: typeof strata) => list.reduce((total, { less }) => total + less.length, 0);
  const all = count(strata);
  return all === 0 ? null : count(strata.filter(({ loyal }) => loyal.length > 0)) / all;
}
