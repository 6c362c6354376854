import { checkCount, checkFinite } from "./check";
import { noFigure } from "./result";

/** Below so many the answers say more than a statistic of them. */
export const fewestForStatistic = 10;

export type FewAnswers = {
  readonly value: null;
  readonly n: number;
  readonly reason: "tooFewAnswers";
  /** The answers themselves, ascending: a strip instead of a figure. */
  readonly answers: readonly number[];
};

/**
 * Statistic or answers: are there enough answers for a figure?
 *
 * Formula: from 10 answers on the statistic; below, the answers themselves in ascending order. Where
 * several answers belong to one account, the accounts are counted, not the answers.
 *
 * @param answers the answers, or one value per account
 * @param statistic what is computed from them
 * @param options minimum: how many make a statistic, a whole number, 10 by default; units: how many
 *   accounts the answers come from, by default one each
 * @returns the statistic's own result, or no figure with the sorted answers; n is the number of units
 * Empty: no answers are too few: no figure and an empty strip.
 * @throws RangeError when an answer is not finite, naming its row, or a count is not whole
 * @source Brown, Cai & DasGupta (2001), Statistical Science 16, on how intervals fail in small samples
 * @example statisticOrAnswers([8, 4, 9, 7, 8], (list) => ({ value: list.length })) // => { value: null, n: 5, reason: "tooFewAnswers", answers: [4, 7, 8, 8, 9] }
 */
export function statisticOrAnswers<Statistic>(
  answers: readonly number[],
  statistic: (answers: readonly number[]) => Statistic,
  options: { readonly minimum?: number; readonly units?: number } = {},
): Statistic | FewAnswers {
  const { minimum = fewestForStatistic, units: n = answers.length } = options;
  checkCount(minimum, "minimum");
  checkCount(n, "units");
  answers.forEach((answer, index) => {
    checkFinite(answer, `answers[${index}]`);
  });
  if (n >= minimum && n > 0) return statistic(answers);
  return { ...noFigure(n, "tooFewAnswers"), answers: [...answers].sort((a, b) => a - b) };
}
