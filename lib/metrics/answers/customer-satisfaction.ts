import { checkWholeBetween } from "../core/check";
import { mean } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";

export type CustomerSatisfaction = Estimate & {
  readonly mean: number | null;
  readonly scale: number;
  readonly topBoxes: number;
};

/**
 * Customer satisfaction (CSat): which share of those who answered is satisfied?
 *
 * Formula: share of answers in the top 2 boxes of the stored scale (4-5 of 5, 6-7 of 7); the mean
 * beside it. Interval: Wilson, with the finite-population n where a population is given.
 *
 * @param answers whole answers 1..scale, one person each, all on one scale
 * @param options scale: number of steps; topBoxes: how many count as satisfied, 2 by default;
 *   population: how many were there to ask
 * @returns share 0..1 with interval, and the mean on the scale
 * Empty: null with noData; the mean is then null.
 * @throws RangeError when an answer is off the scale, naming its row, or topBoxes is not 1..scale - 1
 * @source Wilson (1927); Brown, Cai & DasGupta (2001)
 * @example customerSatisfaction([5, 4, 3, 4], { scale: 5 }).value // => 0.75
 * @example customerSatisfaction([5, 4, 3, 4], { scale: 5 }).mean // => 4
 */
export function customerSatisfaction(
  answers: readonly number[],
  options: { readonly scale: number; readonly topBoxes?: number; readonly population?: number },
): CustomerSatisfaction {
  const { scale, topBoxes = 2, population } = options;
  checkWholeBetween(scale, 2, 100, "scale");
  checkWholeBetween(topBoxes, 1, scale - 1, "topBoxes");
  answers.forEach((answer, index) => {
    checkWholeBetween(answer, 1, scale, `answers[${index}]`);
  });
  const satisfied = answers.filter((answer) => answer > scale - topBoxes).length;
  const share = wilsonInterval(
    satisfied,
    answers.length,
    population === undefined ? {} : { population },
  );
  return { ...share, mean: mean(answers), scale, topBoxes };
}
