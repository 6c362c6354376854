import { checkFinite, checkNonNegative } from "../core/check";
import { fewestForStatistic } from "../core/few-answers";
import { type Estimate, interval, noFigure } from "../core/result";
import { type LogRank, logRank } from "../retention/log-rank";
import type { SurvivalRow } from "../retention/survival-rows";
import { meanInterval } from "../statistics/mean-interval";
import { type WelchDifference, welchDifference } from "../statistics/welch-difference";
import { checkWindow, endedWithin } from "./second-order-within";

/** A customer's first purchase of the period, and what came after it. */
export type FirstPurchase = {
  readonly isDiscounted: boolean;
  /** Days from the purchase to the as-of day. */
  readonly followedDays: number;
  /** Days to the next purchase, above 0; null where none was seen. */
  readonly againAfterDays: number | null;
  /** Margin of the window after the purchase, without its own, minor units; null where not known. */
  readonly marginMinor: number | null;
};

type Repurchase = Estimate<"noData" | "notReached">;

export type AfterDiscount = {
  readonly repurchase: {
    readonly discounted: Repurchase;
    readonly fullPrice: Repurchase;
    /** Discounted minus full price. */
    readonly difference: Estimate<"nothingComparable">;
    readonly test: LogRank;
    /** What the test says; null below 10 customers on a side. */
    readonly isRealDifference: boolean | null;
  };
  readonly margin: {
    readonly discounted: Estimate;
    readonly fullPrice: Estimate;
    readonly difference: WelchDifference;
    readonly isRealDifference: boolean | null;
  };
};

/**
 * After a discount: do customers won with a discount buy again, and bring margin, as those who paid the
 * full price?
 *
 * Formula: two groups by whether a customer's first purchase of the period was on discount. Repurchase
 * = 1 - S(W), Kaplan-Meier from that purchase to the next, younger customers censored; margin = mean
 * margin in the W days after it, over customers followed for W days, 0 for those who did not return.
 * Difference = discounted minus full price: for repurchase with limits from both curves (squares
 * added), real where the log-rank test within the W days says so; for margin Welch. Below 10 customers
 * on a side nothing is called real.
 *
 * @param customers one row per customer
 * @param options windowDays W
 * @returns both groups' repurchase (0..1) and margin (minor units), each with interval, their
 *   difference and whether it is real
 * Empty: a group without customers is noData, one that nobody followed for W days notReached; the
 *   difference is then nothingComparable.
 * @throws RangeError when days are negative, the next purchase lies at 0 or after the days followed, or
 *   a margin is not finite, naming the row
 * @source Kaplan & Meier (1958); Mantel (1966); Zou & Donner (2008), Statistics in Medicine 27, on limits of a difference; Welch (1947)
 * @example afterDiscount([{ isDiscounted: true, followedDays: 400, againAfterDays: null, marginMinor: 0 }, { isDiscounted: false, followedDays: 400, againAfterDays: 30, marginMinor: 50 }], { windowDays: 90 }).repurchase.difference.value // => -1
 */
export function afterDiscount(
  customers: readonly FirstPurchase[],
  options: { readonly windowDays: number },
): AfterDiscount {
  const { windowDays } = options;
  checkWindow(windowDays);
  customers.forEach(checkPurchase);
  const discounted = customers.filter(({ isDiscounted }) => isDiscounted);
  const fullPrice = customers.filter(({ isDiscounted }) => !isDiscounted);
  return {
    repurchase: compareRepurchase(
      discounted.map((row) => withinWindow(row, windowDays)),
      fullPrice.map((row) => withinWindow(row, windowDays)),
      windowDays,
    ),
    margin: compareMargin(marginsOf(discounted, windowDays), marginsOf(fullPrice, windowDays)),
  };
}

function checkPurchase(row: FirstPurchase, index: number): void {
  const { followedDays, againAfterDays, marginMinor } = row;
  checkNonNegative(followedDays, `customers[${index}].followedDays`);
  if (againAfterDays !== null && !(againAfterDays > 0 && againAfterDays <= followedDays))
    throw new RangeError(
      `customers[${index}].againAfterDays must lie above 0 and within followedDays, got ${againAfterDays}`,
    );
  if (marginMinor !== null) checkFinite(marginMinor, `customers[${index}].marginMinor`);
}

/** What happens after the window is another question: follow-up ends with it. */
function withinWindow({ againAfterDays, followedDays }: FirstPurchase, days: number): SurvivalRow {
  if (againAfterDays !== null && againAfterDays <= days)
    return { time: againAfterDays, event: true };
  return { time: Math.min(followedDays, days), event: false };
}

/** Of a customer followed for less than the window the margin is not yet complete. */
function marginsOf(customers: readonly FirstPurchase[], windowDays: number): number[] {
  return customers.flatMap(({ followedDays, marginMinor }) =>
    followedDays >= windowDays && marginMinor !== null ? [marginMinor] : [],
  );
}

function compareRepurchase(
  first: readonly SurvivalRow[],
  second: readonly SurvivalRow[],
  windowDays: number,
): AfterDiscount["repurchase"] {
  const discounted = endedWithin(first, windowDays);
  const fullPrice = endedWithin(second, windowDays);
  const test = logRank([first, second]);
  const real = test.value === null ? null : test.isRealDifference;
  return {
    discounted,
    fullPrice,
    difference: differenceOf(discounted, fullPrice),
    test,
    isRealDifference: areEnough(first, second) ? real : null,
  };
}

function compareMargin(
  first: readonly number[],
  second: readonly number[],
): AfterDiscount["margin"] {
  const difference = welchDifference(first, second);
  return {
    discounted: meanInterval(first),
    fullPrice: meanInterval(second),
    difference,
    isRealDifference: areEnough(first, second) ? difference.isRealChange : null,
  };
}

function areEnough(first: readonly unknown[], second: readonly unknown[]): boolean {
  return Math.min(first.length, second.length) >= fewestForStatistic;
}

function differenceOf(first: Repurchase, second: Repurchase): Estimate<"nothingComparable"> {
  const n = first.n + second.n;
  if (first.value === null || second.value === null) return noFigure(n, "nothingComparable");
  const value = first.value - second.value;
  const [a, b] = [first.interval, second.interval];
  if (a === null || b === null) return { value, n, interval: null };
  const low = value - Math.hypot(first.value - a.low, b.high - second.value);
  const high = value + Math.hypot(a.high - first.value, second.value - b.low);
  return { value, n, interval: interval("squareAndAdd", low, high, { n }) };
}
