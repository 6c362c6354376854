import { checkBetween } from "../core/check";
import { type Estimate, noFigure } from "../core/result";
import { type BrierScore, brierAgainst, brierScore, type PredictedRow } from "./brier-score";
import { type Calibration, calibration, calibrationBands, slopeOf } from "./calibration";
import { concordanceOf, type NoConcordance } from "./concordance";
import { chanceAt, logisticLine } from "./logistic-line";
import { bandsOf, checkScores, edgesOf } from "./score-bands";

export type PredictiveValidity = {
  readonly concordance: Estimate<NoConcordance>;
  readonly brier: BrierScore;
  /** Log odds of being retained per unit of a score; of a probability, per unit of its own log odds. */
  readonly slope: Calibration["slope"];
  /** Only of probabilities: a score does not say how many it expects to lose. */
  readonly expectedOverObserved: Calibration["expectedOverObserved"] | null;
  readonly bands: Calibration["bands"];
  readonly n: number;
  readonly retained: number;
  readonly lost: number;
};

export type ValidityOptions = {
  readonly kind?: "score" | "probability";
  /** Lower edges of all bands but the lowest; quartiles by default. */
  readonly edges?: readonly number[];
};

/**
 * Predictive validity: how well does a score of then tell who is still a customer now?
 *
 * Formula: concordance of score and outcome; Brier score with its reference; calibration by band. A
 * score that is no probability is read as one: for the Brier score as the retained share of the other
 * accounts of its band (of all others where it is alone; the reference: of all others), for the bands
 * by a logistic line through all accounts, whose slope is given.
 *
 * @param scores one per account, higher meaning better; an engagement index, an answer, a probability
 * @param isRetained per account, in the same order, whether it was retained
 * @param options kind: score (default) or probability of being retained 0..1; edges of the bands,
 *   quartiles by default
 * @returns concordance .5..1 for a useful score, Brier score with skill, slope, bands; n accounts
 * Empty: each figure null with its own reason: noData, nothingDiffers, noVariation or notIdentified.
 * @throws RangeError when lengths differ, a score is not finite, a probability not 0..1, or the edges
 *   do not ascend, naming the row
 * @source DeLong et al. (1988), Biometrics 44; Brier (1950), Monthly Weather Review 78; Cox (1958), Biometrika 45
 * @example predictiveValidity([20, 40, 40, 80], [false, true, false, true]).concordance.value // => 0.875
 */
export function predictiveValidity(
  scores: readonly number[],
  isRetained: readonly boolean[],
  options: ValidityOptions = {},
): PredictiveValidity {
  if (scores.length !== isRetained.length)
    throw new RangeError("scores and isRetained must be of equal length");
  checkScores(scores, (index) => `scores[${index}]`);
  const n = scores.length;
  const retained = isRetained.filter(Boolean).length;
  const counts = { n, retained, lost: n - retained };
  const { order } = concordanceOf(scores, isRetained);
  if (options.kind === "probability") {
    const predicted = scores.map((score, index) => ({
      isRetained: isRetained[index] as boolean,
      probability: checkBetween(score, 0, 1, `scores[${index}]`),
    }));
    const { n: _, ...fit } = calibration(predicted, options);
    return { concordance: order, brier: brierScore(predicted), ...fit, ...counts };
  }
  const edges = edgesOf(scores, options.edges);
  const line = logisticLine(scores, isRetained);
  const share = retained / n;
  const expected = scores.map((score) => (line === null ? share : chanceAt(line, score)));
  return {
    concordance: order,
    brier: brierByOthers(scores, isRetained, edges),
    slope: slopeOf(line, n),
    expectedOverObserved: null,
    bands: calibrationBands(scores, expected, isRetained, edges),
    ...counts,
  };
}

/** Every account is predicted by the others of its band, so that no account foretells itself. */
function brierByOthers(
  scores: readonly number[],
  isRetained: readonly boolean[],
  edges: readonly number[],
): BrierScore {
  const n = scores.length;
  if (n < 2) return { ...noFigure(n, "noData"), reference: null, skill: null };
  const retained = isRetained.filter(Boolean).length;
  const othersOf = (kept: boolean, count: number, size: number) =>
    (count - (kept ? 1 : 0)) / (size - 1);
  const rows: PredictedRow[] = [];
  let reference = 0;
  for (const { places } of bandsOf(scores, edges)) {
    const inBand = places.filter((place) => isRetained[place]).length;
    for (const place of places) {
      const kept = isRetained[place] as boolean;
      const byAll = othersOf(kept, retained, n);
      const isAlone = places.length === 1;
      rows.push({
        probability: isAlone ? byAll : othersOf(kept, inBand, places.length),
        isRetained: kept,
      });
      reference += (byAll - (kept ? 1 : 0)) ** 2 / n;
    }
  }
  return brierAgainst(rows, reference);
}
