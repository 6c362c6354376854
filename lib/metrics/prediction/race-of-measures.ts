import { checkFinite } from "../core/check";
import { benjaminiHochberg } from "../statistics/benjamini-hochberg";
import { type Ranking, rankingOf } from "./concordance-ranking";
import {
  type BandProof,
  fewestOfAKind,
  type ProofOfPrediction,
  type ProofRow,
  proofOfPrediction,
  verdictOf,
} from "./proof-of-prediction";

export type { RankedMeasure, Ranking } from "./concordance-ranking";

export type RaceRow = Omit<ProofRow, "score"> & {
  /** Per measure the score of then, higher meaning better; null where it was not known. */
  readonly scores: { readonly [measure: string]: number | null };
};

export type RacingMeasure = {
  readonly key: string;
  /** Lower edges of all bands but the lowest; quartiles by default. */
  readonly edges?: readonly number[];
};

export type RaceOfMeasures = {
  /** Each over all accounts that have it; the verdicts allow for the number of measures tried. */
  readonly measures: readonly { readonly key: string; readonly proof: ProofOfPrediction }[];
  readonly ranking: Ranking;
  /** The same among accounts nobody acted on; null where that is not recorded. */
  readonly rankingLeftAlone: Ranking | null;
};

/**
 * Race of measures: which of our scores foretells best who stays?
 *
 * Formula: every measure's own proof of prediction, verdicts at a 5 % rate of false findings over all
 * measures that can be tried (Benjamini-Hochberg). Ranking by concordance on the accounts that have
 * every measure; the leader minus another +/- 1.96 x root of (both variances minus twice their
 * covariance).
 *
 * @param rows one row per account: its scores of then by measure, outcome, acted on or not, months
 * @param options measures: their keys, and the edges of their bands
 * @returns a proof per measure, and the ranking on the same accounts, also of those left alone
 * Empty: without rows every verdict is tooFewToSay and every concordance null with noData.
 * @throws RangeError when a score is not finite or a measure stands twice, naming the row
 * @source DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44; Benjamini & Hochberg (1995)
 * @example raceOfMeasures([{ scores: { nps: 9, csat: 3 }, isRetained: true }, { scores: { nps: 4, csat: 3 }, isRetained: false }], { measures: [{ key: "csat" }, { key: "nps" }] }).ranking.measures[0].key // => "nps"
 */
export function raceOfMeasures(
  rows: readonly RaceRow[],
  options: { readonly measures: readonly RacingMeasure[] },
): RaceOfMeasures {
  const { measures } = options;
  const keys = measures.map(({ key }) => key);
  keys.forEach((key, index) => {
    if (keys.indexOf(key) !== index)
      throw new RangeError(`measures[${index}].key "${key}" stands twice`);
  });
  rows.forEach(({ scores }, index) => {
    for (const key of keys) checkFinite(scores[key] ?? 0, () => `rows[${index}].scores.${key}`);
  });
  const proofs = measures.map((measure) => proofFor(rows, measure));
  const all = jointly(proofs);
  const leftAlone = jointly(proofs.map((proof) => proof.leftAlone));
  const actedOn = jointly(proofs.map((proof) => proof.actedOn));
  const alone = rows.filter(({ wasActedOn }) => wasActedOn === false);
  const isRecorded = rows.some(({ wasActedOn }) => wasActedOn !== undefined);
  return {
    measures: keys.map((key, k) => ({
      key,
      proof: {
        ...(all[k] as BandProof),
        leftAlone: leftAlone[k] ?? null,
        actedOn: actedOn[k] ?? null,
      },
    })),
    ranking: rankingOf(rows, keys),
    rankingLeftAlone: isRecorded ? rankingOf(alone, keys) : null,
  };
}

function proofFor(rows: readonly RaceRow[], { key, ...edges }: RacingMeasure): ProofOfPrediction {
  const own: ProofRow[] = [];
  for (const { scores, isRetained, wasActedOn, months } of rows) {
    const score = scores[key] ?? null;
    if (score !== null) own.push({ score, isRetained, wasActedOn, months });
  }
  return proofOfPrediction(own, edges);
}

/** With six measures tried, one in four sets of pure chance would hold a real-looking trend. */
function jointly(proofs: readonly (BandProof | null)[]): (BandProof | null)[] {
  const tried = proofs.flatMap((proof) => (proof === null ? [] : (pValueOf(proof) ?? [])));
  const found = benjaminiHochberg(tried);
  const real = tried.filter((_, k) => found[k]?.isReal);
  return proofs.map((proof) => {
    if (proof === null) return null;
    const pValue = pValueOf(proof);
    const isReal = pValue !== null && real.includes(pValue);
    return { ...proof, verdict: verdictOf(proof.trend, proof.validity, isReal) };
  });
}

/** Of a trend that can be tried. */
function pValueOf({ trend, validity }: BandProof): number | null {
  const { retained, lost } = validity;
  if (trend.value === null || Math.min(retained, lost) < fewestOfAKind) return null;
  return trend.pValue;
}
