import { checkFinite, checkWholeBetween } from "../core/check";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, checkDraws } from "../statistics/bootstrap";
import { wilsonInterval } from "../statistics/wilson-interval";
import { type AnswerLevel, bestCut, type RetentionCut } from "./best-cut";

export type { RetentionCut } from "./best-cut";

export type JumpRow = { readonly answer: number; readonly isRetained: boolean };

export type RetentionJump = {
  readonly answers: readonly { readonly answer: number; readonly retained: Estimate }[];
  readonly cut: RetentionCut | null;
  readonly n: number;
  readonly lost: number;
  readonly reason: "noData" | "nothingDiffers" | "tooFewAnswers" | null;
};

/**
 * Retention jump: at which answer does retention jump?
 *
 * Formula: retained share per answer (Wilson). Best cut: of all cuts with at least 10 accounts on both
 * sides the one with the largest n below x n from it on x gap squared, the gap being share from it on
 * minus share below. Because the best of many cuts flatters, its interval holds for all cuts at once:
 * gap +/- c x standard error, c the 95 % quantile over samples drawn with replacement of the largest
 * |gap of the sample minus gap| / its standard error, at least 1.96; both shares in the error with one
 * retained and one lost account added. Real where it leaves 0 out.
 *
 * @param rows one row per account: its answer of then and whether it was retained
 * @param options scale: the answers there are, those given by default; fewest on a side, 10 by default;
 *   seed and replicates
 * @returns shares per answer, and the best cut with its gap, how often the draws choose it, and between
 *   which answers they choose; n and lost accounts
 * Empty: no cut with noData without rows, nothingDiffers where all or none were retained, tooFewAnswers
 *   where no cut leaves enough on both sides.
 * @throws RangeError when an answer is not finite or not on the scale, naming the row
 * @source Miller & Siegmund (1982), Biometrics 38, on cuts chosen by the data; Montiel Olea & Plagborg-Møller (2019), Journal of Applied Econometrics 34, on the joint interval; Agresti & Caffo (2000)
 * @example retentionJump([{ answer: 9, isRetained: true }, { answer: 9, isRetained: false }]).answers.map(({ retained }) => retained.value) // => [0.5]
 */
export function retentionJump(
  rows: readonly JumpRow[],
  options: BootstrapOptions & { readonly scale?: readonly number[]; readonly fewest?: number } = {},
): RetentionJump {
  const { scale, fewest = 10 } = options;
  checkWholeBetween(fewest, 1, 1_000_000, "fewest");
  const draws = checkDraws(options);
  rows.forEach(({ answer }, index) => {
    checkFinite(answer, () => `rows[${index}].answer`);
    if (scale !== undefined && !scale.includes(answer))
      throw new RangeError(`rows[${index}].answer ${answer} is not on the scale`);
  });
  const levels = levelsOf(rows, scale ?? rows.map(({ answer }) => answer));
  const n = rows.length;
  const lost = rows.filter(({ isRetained }) => !isRetained).length;
  const answers = levels.map(({ answer, n: size, k }) => ({
    answer,
    retained: wilsonInterval(k, size),
  }));
  const basis = { answers, n, lost };
  if (n === 0) return { ...basis, cut: null, reason: "noData" };
  if (lost === 0 || lost === n) return { ...basis, cut: null, reason: "nothingDiffers" };
  const cut = bestCut(levels, fewest, draws);
  return { ...basis, cut, reason: cut === null ? "tooFewAnswers" : null };
}

function levelsOf(rows: readonly JumpRow[], scale: readonly number[]): AnswerLevel[] {
  return [...new Set(scale)]
    .sort((a, b) => a - b)
    .map((answer) => {
      const own = rows.filter((row) => row.answer === answer);
      return { answer, n: own.length, k: own.filter(({ isRetained }) => isRetained).length };
    });
}
