import { checkBetween } from "./check";

/** Share of the population that did not answer: the variance of what all would have said shrinks to it. */
export function silentShare(n: number, population: number | null): number {
  return population === null || population === 0 ? 1 : 1 - n / population;
}

/** The n of an endless population that would say as much about these few; endless itself at n = N. */
export function equivalentSampleSize(n: number, population: number | null): number {
  if (population === null) return n;
  if (population === n) return Number.POSITIVE_INFINITY;
  return (n * (population - 1)) / (population - n);
}

export type Bounds = { readonly low: number; readonly high: number };

/**
 * Bounds of silence: what could a figure be if everybody had answered?
 *
 * Formula: heard share x figure + silent share x the worst, and the best, answer there is.
 *
 * @param figure mean, share or score of those heard, on its scale
 * @param heardShare share of the people, accounts or revenue that was heard, 0..1
 * @param scale worst and best answer there is: -100 and 100 for an NPS, 0 and 1 for a share
 * @returns lowest and highest figure possible; no interval, and no assumption about the silent
 * Empty: nobody heard (share 0) gives the whole scale.
 * @throws RangeError when the share is not 0..1 or the figure is off its scale
 * @source Manski, Partial Identification of Probability Distributions (2003)
 * @example boundsOfSilence(31, 0.71, { low: -100, high: 100 }) // => { low: -6.99, high: 51.01 }
 */
export function boundsOfSilence(figure: number, heardShare: number, scale: Bounds): Bounds {
  checkBetween(heardShare, 0, 1, "heardShare");
  checkBetween(figure, scale.low, scale.high, "figure");
  const heard = heardShare * figure;
  const silent = 1 - heardShare;
  return { low: heard + silent * scale.low, high: heard + silent * scale.high };
}
