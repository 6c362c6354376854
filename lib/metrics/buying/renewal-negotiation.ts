import { checkNonNegative } from "../core/check";
import { sumOf } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { kaplanMeier, type SurvivalCurve } from "../retention/kaplan-meier";
import { type BootstrapOptions, bootstrap } from "../statistics/bootstrap";
import { meanAndMedian } from "./mean-and-median";

/** A signed renewal: yearly value at list price, and as signed. */
export type SignedRenewal = { readonly listMinor: number; readonly signedMinor: number };

export type NegotiationDepth = {
  /** By value: what the whole of the renewals was signed below list. */
  readonly weighted: Estimate<"noData" | "zeroDenominator">;
  /** Of the single renewal in the middle. */
  readonly median: Estimate;
  readonly signed: number;
  /** Renewals signed above list. */
  readonly raised: number;
};

/**
 * Negotiation depth: how far below list were the renewals signed?
 *
 * Formula: 1 - sum of signed / sum of list, over signed renewals; beside it the median of 1 - signed /
 * list. A price rise is negative. Lost renewals have no depth. Interval: bootstrap over accounts.
 *
 * @param accounts per account its renewals signed in the period: list and signed yearly value, minor
 *   units of one currency
 * @param options seed and replicates of the bootstrap
 * @returns depth by value and of the renewal in the middle, at most 1, and how many were signed and
 *   raised; n is the number of accounts
 * Empty: null with noData without signed renewals.
 * @throws RangeError when a signed value is negative, or a list value not above 0, naming account and row
 * @source Efron & Tibshirani (1993); Cochran, Sampling Techniques (1977), on ratios of sums
 * @example negotiationDepth([[{ listMinor: 100, signedMinor: 90 }], [{ listMinor: 300, signedMinor: 310 }]]).weighted.value // => 0
 * @example negotiationDepth([[{ listMinor: 100, signedMinor: 90 }], [{ listMinor: 100, signedMinor: 104 }]]).median.value // => 0.03
 */
export function negotiationDepth(
  accounts: readonly (readonly SignedRenewal[])[],
  options: BootstrapOptions = {},
): NegotiationDepth {
  accounts.forEach((renewals, account) => {
    renewals.forEach(({ listMinor, signedMinor }, index) => {
      const row = `accounts[${account}][${index}]`;
      if (checkNonNegative(listMinor, `${row}.listMinor`) === 0)
        throw new RangeError(`${row}.listMinor must be above 0: nothing has no price to negotiate`);
      checkNonNegative(signedMinor, `${row}.signedMinor`);
    });
  });
  const signing = accounts.filter((renewals) => renewals.length > 0);
  const renewals = signing.flat();
  const totals = signing.map((own) => ({
    list: sumOf(own, ({ listMinor }) => listMinor),
    signed: sumOf(own, ({ signedMinor }) => signedMinor),
  }));
  return {
    weighted: bootstrap(
      totals,
      (rows) => 1 - sumOf(rows, ({ signed }) => signed) / sumOf(rows, ({ list }) => list),
      options,
    ),
    median: meanAndMedian(
      signing.map((own) => own.map(({ listMinor, signedMinor }) => 1 - signedMinor / listMinor)),
      options,
    ).median,
    signed: renewals.length,
    raised: renewals.filter(({ listMinor, signedMinor }) => signedMinor > listMinor).length,
  };
}

/** A renewal negotiation, won, lost or still open. */
export type Negotiation = {
  /** From the first talk to the signature or the refusal, or to the as-of day while it is open. */
  readonly daysOpen: number;
  readonly isClosed: boolean;
};

/**
 * Negotiation days: how long does a renewal stay open?
 *
 * Formula: Kaplan-Meier over the days from the first talk to signature or refusal; negotiations still
 * open are censored, not short. Interval: Greenwood on log(-log S); the median's limits are the days at
 * which those of the curve reach one half.
 *
 * @param negotiations one row per negotiation
 * @returns the share still open after so many days, and the median days open with its limits
 * Empty: no steps with reason noData without negotiations; the median is null while more than half are
 *   open.
 * @throws RangeError when days are negative or not finite, naming the row
 * @source Kaplan & Meier (1958), JASA 53; Brookmeyer & Crowley (1982), Biometrics 38
 * @example negotiationDays([{ daysOpen: 20, isClosed: true }, { daysOpen: 30, isClosed: true }, { daysOpen: 60, isClosed: false }]).median // => 30
 */
export function negotiationDays(negotiations: readonly Negotiation[]): SurvivalCurve {
  negotiations.forEach(({ daysOpen }, index) => {
    checkNonNegative(daysOpen, `negotiations[${index}].daysOpen`);
  });
  return kaplanMeier(
    negotiations.map(({ daysOpen, isClosed }) => ({ time: daysOpen, event: isClosed })),
  );
}
