import { checkWholeBetween } from "../core/check";
import { type Bounds, boundsOfSilence } from "../core/finite-population";
import type { Estimate } from "../core/result";
import { meanInterval } from "../statistics/mean-interval";
import { wilsonInterval } from "../statistics/wilson-interval";

/** Steps a satisfaction question may have. */
export type CsatScale = 3 | 4 | 5 | 7;

/** An answer with the scale it was given on. */
export type ScaledAnswer = { readonly value: number; readonly scale: number };

export type CustomerSatisfaction = Estimate & {
  /** Share of the single best answer. */
  readonly topBox: Estimate;
  /** On the scale itself, 1..scale. */
  readonly mean: Estimate;
  readonly scale: CsatScale;
  readonly topBoxes: number;
  /** If all silent were dissatisfied, or satisfied; null without a population. */
  readonly bounds: Bounds | null;
};

const SCALES: readonly number[] = [3, 4, 5, 7];

/**
 * Customer satisfaction (CSat): which share of those who answered is satisfied?
 *
 * Formula: share of answers in the top 2 boxes of the stored scale (2-3 of 3, 3-4 of 4, 4-5 of 5, 6-7 of 7;
 * four and three steps leave dissatisfied words out). Beside it the share of the single best answer, and
 * the mean on the scale. Intervals: Wilson for the shares, with the finite-population n where a population
 * is given; Student's t for the mean.
 *
 * @param answers whole answers 1..scale, one person each, all on one scale; with their own scale where
 *   it is stored beside them
 * @param options scale: 3, 4, 5 or 7 steps; topBoxes: how many count as satisfied; population: how many
 *   were there to ask
 * @returns share 0..1 with interval, share of the best answer, and the mean on the scale
 * Empty: null with noData, in all three.
 * @throws RangeError when an answer is off the scale or was given on another one, naming its row, or
 *   topBoxes is not 1..scale - 1
 * @source Wilson (1927); Brown, Cai & DasGupta (2001); Student (1908) for the mean
 * @example customerSatisfaction([5, 4, 3, 4], { scale: 5 }).value // => 0.75
 * @example customerSatisfaction([5, 4, 3, 4], { scale: 5 }).mean.value // => 4
 * @example customerSatisfaction([{ value: 7, scale: 7 }, { value: 5, scale: 7 }], { scale: 7 }).topBox.value // => 0.5
 */
export function customerSatisfaction(
  answers: readonly (number | ScaledAnswer)[],
  options: {
    readonly scale: CsatScale;
    readonly topBoxes?: number;
    readonly population?: number;
  },
): CustomerSatisfaction {
  const { scale, topBoxes = 2 } = options;
  if (!SCALES.includes(scale)) throw new RangeError(`scale must be 3, 4, 5 or 7, got ${scale}`);
  checkWholeBetween(topBoxes, 1, scale - 1, "topBoxes");
  const values = answers.map((answer, index) => stepOf(answer, scale, `answers[${index}]`));
  const n = values.length;
  const among = options.population === undefined ? {} : { population: options.population };
  const top = (boxes: number) =>
    wilsonInterval(values.filter((value) => value > scale - boxes).length, n, among);
  const share = top(topBoxes);
  const { population } = options;
  return {
    ...share,
    topBox: top(1),
    mean: meanInterval(values, among),
    scale,
    topBoxes,
    bounds:
      share.value === null || population === undefined
        ? null
        : boundsOfSilence(share.value, n / population, { low: 0, high: 1 }),
  };
}

function stepOf(answer: number | ScaledAnswer, scale: number, name: string): number {
  if (typeof answer === "number") return checkWholeBetween(answer, 1, scale, name);
  if (answer.scale !== scale)
    throw new RangeError(`${name} was given on a scale of ${answer.scale}, not of ${scale}`);
  return checkWholeBetween(answer.value, 1, scale, `${name}.value`);
}
