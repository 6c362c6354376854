import { checkCount, checkFinite } from "../core/check";
import { sumOf } from "../core/order-statistics";
import { noFigure } from "../core/result";
import { chiSquareTail } from "../numeric/gamma";

/** One group in an order: its place, and how many of its members it happened to. */
export type TrendGroup = { readonly score: number; readonly k: number; readonly n: number };

export type TrendTest =
  | {
      /** Chi-square with one degree of freedom. */
      readonly value: number;
      readonly pValue: number;
      /** How much the share rises per step of the score, by least squares. */
      readonly slope: number;
      readonly isRealTrend: boolean;
      readonly n: number;
    }
  | {
      readonly value: null;
      readonly n: number;
      readonly reason: "noData" | "oneBandOnly" | "nothingDiffers";
    };

/**
 * Trend test: does a share really rise or fall from group to group?
 *
 * Formula: share of all = p, mean score of all = m; T = sum of (score - m) x (k - n p);
 * chi-square = T squared / (p (1 - p) x sum of n (score - m) squared), one degree of freedom;
 * a real trend has a p value under .05. Slope = T / sum of n (score - m) squared.
 *
 * @param groups per group its place in the order (score), its size n, and k of them to whom it happened
 * @returns chi-square, p, slope in share per unit of score, and whether it is a real trend; n members
 * Empty: null with noData without members, oneBandOnly where all have one score, nothingDiffers where
 * it happened to all or to none.
 * @throws RangeError when a score is not finite or a count not whole or k above n, naming the row
 * @source Cochran (1954), Biometrics 10; Armitage (1955), Biometrics 11
 * @example trendTest([{ score: 1, k: 2, n: 10 }, { score: 2, k: 5, n: 10 }, { score: 3, k: 9, n: 10 }]).value // => 9.844
 * @example trendTest([{ score: 1, k: 2, n: 10 }, { score: 2, k: 5, n: 10 }, { score: 3, k: 9, n: 10 }]).slope // => 0.35
 */
export function trendTest(groups: readonly TrendGroup[]): TrendTest {
  groups.forEach(checkGroup);
  const n = sumOf(groups, (group) => group.n);
  if (n === 0) return noFigure(n, "noData");
  const happened = sumOf(groups, ({ k }) => k);
  const scores = new Set(groups.filter((group) => group.n > 0).map(({ score }) => score));
  if (scores.size === 1) return noFigure(n, "oneBandOnly");
  if (happened === 0 || happened === n) return noFigure(n, "nothingDiffers");
  const share = happened / n;
  const middle = sumOf(groups, (group) => group.n * group.score) / n;
  const together = sumOf(groups, ({ score, k, n: size }) => (score - middle) * (k - size * share));
  const spread = sumOf(groups, ({ score, n: size }) => size * (score - middle) ** 2);
  const value = together ** 2 / (share * (1 - share) * spread);
  const pValue = chiSquareTail(value, 1);
  return { value, pValue, slope: together / spread, isRealTrend: pValue < 0.05, n };
}

function checkGroup({ score, k, n }: TrendGroup, index: number): void {
  checkFinite(score, `groups[${index}].score`);
  checkCount(k, `groups[${index}].k`);
  checkCount(n, `groups[${index}].n`);
  if (k > n) throw new RangeError(`groups[${index}].k ${k} is larger than its n ${n}`);
}
