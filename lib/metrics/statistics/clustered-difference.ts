import { sumOf, sumOfPairs } from "../core/order-statistics";
import {
  checkPacked,
  checkRatioRow,
  clusterError,
  errorOfSum,
  type RatioRow,
} from "./clustered-ratio";
import { type Difference, noDifference, testedByZ, untested } from "./difference";

/** One account at two dates; null where it was not there or did not answer. */
export type RatioPair = { readonly now: RatioRow | null; readonly before: RatioRow | null };

/**
 * Clustered difference: did a share or a rate really change, whoever was there both times?
 *
 * Formula: R now minus R before, each sum of y / sum of x; per account u = (y - R x) / sum of x now,
 * minus the same before, 0 where it was not there; variance = A / (A - 1) x sum of u squared over all
 * accounts seen at either date; z = difference / SE. An account seen twice is compared with itself.
 *
 * @param pairs one row per account seen at either date, with its y and x at each
 * @returns difference in the unit of y / x with interval, p, and whether it is a real change; n accounts
 * Empty: null with noData where a date has no account, zeroDenominator where its weights add up to 0;
 * one account has no interval.
 * @throws RangeError when y is not finite or x negative or not finite, naming the row
 * @source Kish, Survey Sampling (1965), on differences of ratio means; Cochran (1977)
 * @example clusteredDifference([{ now: { y: 1, x: 1 }, before: { y: 0, x: 1 } }, { now: { y: 1, x: 1 }, before: { y: 1, x: 1 } }]).value // => 0.5
 */
export function clusteredDifference(
  pairs: readonly RatioPair[],
): Difference<"noData" | "zeroDenominator"> {
  const n = pairs.length;
  pairs.forEach(({ now, before }, index) => {
    if (now !== null) checkRatioRow(now, () => `pairs[${index}].now`);
    if (before !== null) checkRatioRow(before, () => `pairs[${index}].before`);
  });
  const change = changeScores(pairs);
  if (typeof change === "string") return noDifference(n, change);
  const { value, scores } = change;
  if (n === 1) return untested(value, n);
  return testedByZ(value, n, { method: "ratioDifference", standardError: clusterError(scores) });
}

/**
 * Clustered contrast: does a share or a rate of some accounts really differ from that of the others?
 *
 * Formula: `clusteredDifference` where each account is seen on one side only.
 *
 * @param rows y and x of each account in turn
 * @param isChosen whether the account of that number is one of them
 * @returns the rate of those chosen minus that of the others, with interval, p and whether it is real
 * Empty: null with noData where a side has no account, zeroDenominator where its weights add up to 0.
 * @throws RangeError when y is not finite or x negative or not finite, naming the row
 * @source Kish, Survey Sampling (1965), on differences of ratio means; Cochran (1977)
 * @example clusteredContrast(Float64Array.of(1, 1, 0, 1, 1, 2, 3, 2), (index) => index < 2).value // => -0.5
 */
export function clusteredContrast(
  rows: Float64Array,
  isChosen: (index: number) => boolean,
): Difference<"noData" | "zeroDenominator"> {
  const pieces = [rows];
  const n = rows.length / 2;
  checkPacked(pieces);
  const chosen = sumOfPairs(pieces, (_, __, index) => (isChosen(index) ? 1 : 0));
  if (chosen === 0 || chosen === n) return noDifference(n, "noData");
  const sideOf = (isOwn: boolean) => {
    const sum = (of: (y: number, x: number) => number) =>
      sumOfPairs(pieces, (y, x, index) => (isChosen(index) === isOwn ? of(y, x) : 0));
    const weight = sum((_, x) => x);
    return { weight, value: weight === 0 ? null : sum((y) => y) / weight };
  };
  const [own, others] = [sideOf(true), sideOf(false)];
  if (own.value === null || others.value === null) return noDifference(n, "zeroDenominator");
  const [is, was] = [own.value, others.value];
  const squares = sumOfPairs(pieces, (y, x, index) => {
    const score = isChosen(index) ? (y - is * x) / own.weight : (y - was * x) / others.weight;
    return score * score;
  });
  return testedByZ(is - was, n, {
    method: "ratioDifference",
    standardError: errorOfSum(squares, n),
  });
}

/** The difference, and per account what it moves it by; or why there is none. */
export function changeScores(pairs: readonly RatioPair[]) {
  const seen = (side: "now" | "before") => pairs.some((pair) => pair[side] !== null);
  if (!seen("now") || !seen("before")) return "noData" as const;
  const [is, was] = [ratioAt(pairs, "now"), ratioAt(pairs, "before")];
  if (is === null || was === null) return "zeroDenominator" as const;
  const scores = pairs.map(({ now, before }) => pullOf(now, is) - pullOf(before, was));
  return { value: is.value - was.value, scores };
}

type Ratio = { readonly value: number; readonly weight: number };

function ratioAt(pairs: readonly RatioPair[], side: keyof RatioPair): Ratio | null {
  const weight = sumOf(pairs, (pair) => pair[side]?.x ?? 0);
  if (weight === 0) return null;
  return { value: sumOf(pairs, (pair) => pair[side]?.y ?? 0) / weight, weight };
}

/** What a row moves the ratio by; one that is not there does not. */
function pullOf(row: RatioRow | null, { value, weight }: Ratio): number {
  return row === null ? 0 : (row.y - value * row.x) / weight;
}
