import { checkBetween } from "../core/check";

export type Finding = {
  /** The lowest rate of false findings at which this comparison is still one. */
  readonly adjusted: number;
  readonly isReal: boolean;
};

/**
 * Benjamini-Hochberg: which of many compared segments really differ?
 *
 * Formula: with the p values ascending, adjusted p of rank i = the smallest of p x number / rank over
 * the ranks from i on, at most 1; real is what has an adjusted p of at most the rate.
 *
 * @param pValues one p value 0..1 per comparison
 * @param rate accepted share of false findings among the findings, 0..1
 * @returns per comparison, in the given order, its adjusted p 0..1 and whether it is real
 * Empty: an empty list gives an empty list.
 * @throws RangeError when a p value or the rate is not 0..1, naming the row
 * @source Benjamini & Hochberg (1995), JRSS B 57
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5]).map(({ isReal }) => isReal) // => [true, false, false, false]
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5]).map(({ adjusted }) => adjusted) // => [0.0400, 0.0533, 0.0533, 0.5000]
 */
export function benjaminiHochberg(pValues: readonly number[], rate = 0.05): Finding[] {
  checkBetween(rate, 0, 1, "rate");
  pValues.forEach((p, index) => {
    checkBetween(p, 0, 1, `pValues[${index}]`);
  });
  const count = pValues.length;
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const findings: Finding[] = new Array(count);
  let least = 1;
  descending.forEach(({ p, index }, place) => {
    least = Math.min(least, (p * count) / (count - place));
    findings[index] = { adjusted: least, isReal: least <= rate };
  });
  return findings;
}
