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
 * Formula: from 10 answers on the statistic; below, the answers themselves in ascending order.
 *
 * @param answers the answers, or one value per account where the account is the unit
 * @param statistic what is computed from them
 * @param minimum how many make a statistic, a whole number, 10 by default
 * @returns the statistic's own result, or no figure with the sorted answers
 * Empty: no answers are too few: no figure and an empty strip.
 * @throws RangeError when an answer is not finite, naming its row, or the minimum is not whole
 * @source Brown, Cai & DasGupta (2001), Statistical Science 16, on how intervals fail in small samples
 * @example statisticOrAnswers([8, 4, 9, 7, 8], (list) => ({ value: list.length })) // => { value: null, n: 5, reason: "tooFewAnswers", answers: [4, 7, 8, 8, 9] }
 */
export function statisticOrAnswers<Statistic>(
  answers: readonly number[],
  statistic: (answers: readonly number[]) => Statistic,
  minimum = fewestForStatistic,
): Statistic | FewAnswers {
  checkCount(minimum, "minimum");
  answers.forEach((answer, index) => {
    checkFinite(answer, `answers[${index}]`);
  });
  const n = answers.length;
  if (n >= minimum && n > 0) return statistic(answers);
  return { ...noFigure(n, "tooFewAnswers"), answers: [...answers].sort((a, b) => a - b) };
}
