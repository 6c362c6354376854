import { checkNonNegative } from "../core/check";
import type { Estimate } from "../core/result";
import { type LogRank, logRank } from "../retention/log-rank";
import { type TrendTest, trendTest } from "../statistics/trend-test";
import { wilsonInterval } from "../statistics/wilson-interval";
import { type PredictiveValidity, predictiveValidity } from "./predictive-validity";
import { type Band, bandsOf, checkScores, edgesOf } from "./score-bands";

export type ProofRow = {
  /** The score of then, higher meaning better. */
  readonly score: number;
  /** Still a customer 12 months later. */
  readonly isRetained: boolean;
  /** Somebody called, opened a case or made a promise after the score; left out where not recorded. */
  readonly wasActedOn?: boolean | undefined;
  /** Months from the score until it was lost, or until it was last seen. */
  readonly months?: number | undefined;
};

export type ProofVerdict = "predicts" | "predictsTheOpposite" | "doesNotPredict" | "tooFewToSay";

export type BandProof = {
  readonly verdict: ProofVerdict;
  readonly bands: readonly (Band & { readonly retained: Estimate; readonly lost: number })[];
  readonly trend: TrendTest;
  /** Whether the bands leave at different speed; null where a time is not known. */
  readonly logRank: LogRank | null;
  readonly validity: PredictiveValidity;
  readonly n: number;
  readonly lost: number;
};

export type ProofOfPrediction = BandProof & {
  /** Nobody did anything about the score: here it shows what it foretells. Null where not recorded. */
  readonly leftAlone: BandProof | null;
  readonly actedOn: BandProof | null;
};

/** Below so many lost, or so many retained, nothing is said. */
export const fewestOfAKind = 10;
/** Hosmer, Lemeshow & Sturdivant: from here on a score tells two groups apart acceptably. */
const usefulConcordance = 0.7;

/**
 * Proof of prediction: did accounts with a better score a year ago really stay more often?
 *
 * Formula: retained share at +12 months per band of the earlier score, with Wilson intervals. It
 * predicts where the trend over the bands (Cochran-Armitage) is real and rises, predicts the opposite
 * where it falls; does not predict where there is no trend and the concordance is surely below .70;
 * else, and below 10 lost or 10 retained accounts, too few to say. The same for accounts somebody acted
 * on and for those left alone; a log-rank test over the bands where all times are known.
 *
 * @param rows one row per account: score, outcome, whether it was acted on, months followed
 * @param options edges: lower edges of all bands but the lowest, quartiles of the scores by default
 * @returns verdict, bands with shares 0..1, trend, log-rank, concordance, Brier score; n and lost accounts
 * Empty: verdict tooFewToSay; trend noData, oneBandOnly, or nothingDiffers where all or none stayed.
 * @throws RangeError when a score is not finite, months are negative or edges do not ascend, naming the row
 * @source Cochran (1954), Biometrics 10; Armitage (1955), Biometrics 11; Wilson (1927); Hosmer, Lemeshow & Sturdivant, Applied Logistic Regression (2013), section 5.2, on the .70
 * @example proofOfPrediction([{ score: 3, isRetained: false }, { score: 9, isRetained: true }], { edges: [7] }).trend.value // => 2
 * @example proofOfPrediction([{ score: 3, isRetained: false }, { score: 9, isRetained: true }], { edges: [7] }).verdict // => "tooFewToSay"
 */
export function proofOfPrediction(
  rows: readonly ProofRow[],
  options: { readonly edges?: readonly number[] } = {},
): ProofOfPrediction {
  const scores = rows.map(({ score }) => score);
  checkScores(scores, (index) => `rows[${index}].score`);
  rows.forEach(({ months = 0 }, index) => {
    checkNonNegative(months, () => `rows[${index}].months`);
  });
  const edges = edgesOf(scores, options.edges);
  const isRecorded = rows.some(({ wasActedOn }) => wasActedOn !== undefined);
  const part = (wasActedOn: boolean) =>
    isRecorded
      ? proofOf(
          rows.filter((row) => row.wasActedOn === wasActedOn),
          edges,
        )
      : null;
  return { ...proofOf(rows, edges), leftAlone: part(false), actedOn: part(true) };
}

function proofOf(rows: readonly ProofRow[], edges: readonly number[]): BandProof {
  const scores = rows.map(({ score }) => score);
  const isRetained = rows.map((row) => row.isRetained);
  const bands = bandsOf(scores, edges).map(({ from, to, rank, places }) => {
    const k = places.filter((place) => isRetained[place]).length;
    return {
      from,
      to,
      rank,
      k,
      n: places.length,
      places,
      retained: wilsonInterval(k, places.length),
    };
  });
  const trend = trendTest(bands.map(({ rank, k, n }) => ({ score: rank, k, n })));
  const validity = predictiveValidity(scores, isRetained, { edges });
  const { n, lost } = validity;
  return {
    verdict: verdictOf(trend, validity),
    bands: bands.map(({ from, to, retained, k, n: all }) => ({
      from,
      to,
      retained,
      lost: all - k,
    })),
    trend,
    logRank: bySpeed(bands.map(({ places }) => places.map((place) => rows[place] as ProofRow))),
    validity,
    n,
    lost,
  };
}

/** `isReal` overrules the trend's own p value where several measures are tried at once. */
export function verdictOf(
  trend: TrendTest,
  { concordance, retained, lost }: PredictiveValidity,
  isReal = trend.value !== null && trend.isRealTrend,
): ProofVerdict {
  if (Math.min(retained, lost) < fewestOfAKind || trend.value === null) return "tooFewToSay";
  if (isReal) return trend.slope > 0 ? "predicts" : "predictsTheOpposite";
  const limits = concordance.value === null ? null : concordance.interval;
  return limits !== null && limits.high < usefulConcordance ? "doesNotPredict" : "tooFewToSay";
}

function bySpeed(bands: readonly (readonly ProofRow[])[]): LogRank | null {
  const groups = bands.map((rows) =>
    rows.flatMap(({ months, isRetained }) =>
      months === undefined ? [] : [{ time: months, event: !isRetained }],
    ),
  );
  const isWhole = groups.every((group, k) => group.length === bands[k]?.length);
  return isWhole && groups.length > 0 ? logRank(groups) : null;
}
