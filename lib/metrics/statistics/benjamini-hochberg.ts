import { checkBetween } from "../core/check";

/**
 * Benjamini-Hochberg: which of many compared segments really differ?
 *
 * Formula: with the p values ascending, the largest rank i with p <= i / number x rate; that one and
 * all smaller are real.
 *
 * @param pValues one p value 0..1 per comparison
 * @param rate accepted share of false findings among the findings, 0..1
 * @returns per comparison, in the given order, whether it is real
 * Empty: an empty list gives an empty list.
 * @throws RangeError when a p value or the rate is not 0..1, naming the row
 * @source Benjamini & Hochberg (1995), JRSS B 57
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5]) // => [true, false, false, false]
 */
export function benjaminiHochberg(pValues: readonly number[], rate = 0.05): boolean[] {
  checkBetween(rate, 0, 1, "rate");
  pValues.forEach((p, index) => {
    checkBetween(p, 0, 1, `pValues[${index}]`);
  });
  const sorted = [...pValues].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, index) => p <= ((index + 1) / sorted.length) * rate);
  const cut = last === -1 ? -1 : (sorted[last] as number);
  return pValues.map((p) => p <= cut);
}
