import { checkFinite } from "../core/check";
import { type Estimate, interval, z95 } from "../core/result";
import { chiSquareTail } from "../numeric/gamma";
import { wilsonInterval } from "../statistics/wilson-interval";

export type ProofRow = {
  /** Rank of the earlier score's band, 0 the lowest. */
  readonly band: number;
  readonly isRetained: boolean;
};

export type ProofOfPrediction =
  | {
      readonly bands: readonly { readonly band: number; readonly retained: Estimate }[];
      /** Chi-square of the trend over the bands, one degree of freedom. */
      readonly trend: number;
      readonly pValue: number;
      readonly verdict: "predicts" | "predictsTheOpposite" | "noProof";
      readonly n: number;
      readonly reason: null;
    }
  | { readonly n: number; readonly reason: "noData" | "oneBandOnly" | "nothingDiffers" };

/**
 * Proof of prediction: did accounts with a better score a year ago really stay more often?
 *
 * Formula: retained share at +12 months per band of the earlier score, with Wilson intervals; trend by
 * Cochran-Armitage: (sum of (band - mean band) x (retained - share retained))² / (share x (1 - share)
 * x sum of squared band distances). It predicts where p is under .05 and the trend rises.
 *
 * @param rows one row per account and 12-month span: its band then, and whether it was retained
 * @returns bands with shares 0..1, trend, p and a plain verdict; n rows
 * Empty: noData without rows, oneBandOnly, or nothingDiffers where all or none were retained.
 * @throws RangeError when a band is not finite, naming the row
 * @source Armitage (1955), Biometrics 11; Cochran (1954), Biometrics 10; Wilson (1927)
 * @example proofOfPrediction([{ band: 0, isRetained: false }, { band: 1, isRetained: true }]).trend // => 2
 */
export function proofOfPrediction(rows: readonly ProofRow[]): ProofOfPrediction {
  rows.forEach((row, index) => {
    checkFinite(row.band, `rows[${index}].band`);
  });
  const n = rows.length;
  if (n === 0) return { n, reason: "noData" };
  const ranks = [...new Set(rows.map(({ band }) => band))].sort((a, b) => a - b);
  if (ranks.length === 1) return { n, reason: "oneBandOnly" };
  const kept = rows.filter(({ isRetained }) => isRetained).length;
  if (kept === 0 || kept === n) return { n, reason: "nothingDiffers" };
  const share = kept / n;
  const meanBand = rows.reduce((total, { band }) => total + band, 0) / n;
  let together = 0;
  let spread = 0;
  for (const { band, isRetained } of rows) {
    together += (band - meanBand) * ((isRetained ? 1 : 0) - share);
    spread += (band - meanBand) ** 2;
  }
  const trend = together ** 2 / (share * (1 - share) * spread);
  const pValue = chiSquareTail(trend, 1);
  const isReal = pValue < 0.05;
  const bands = ranks.map((band) => {
    const inBand = rows.filter((row) => row.band === band);
    const stayed = inBand.filter(({ isRetained }) => isRetained).length;
    return { band, retained: wilsonInterval(stayed, inBand.length) };
  });
  const direction = together > 0 ? "predicts" : "predictsTheOpposite";
  return { bands, trend, pValue, verdict: isReal ? direction : "noProof", n, reason: null };
}

/**
 * Concordance (AUC): how often does a score rank a retained account above a lost one?
 *
 * Formula: over all pairs of one retained and one lost account, the share in which the retained one had
 * the higher score; ties count half.
 *
 * @param rows one row per account: the earlier score and whether it was retained
 * @returns .5 is chance, 1 perfect; n accounts
 * Empty: null with noData without rows, nothingDiffers where all or none were retained.
 * @throws RangeError when a score is not finite, naming the row
 * @source Hanley & McNeil (1982), Radiology 143, area and standard error
 * @example concordance([{ score: 0.7, isRetained: true }, { score: 0.3, isRetained: false }, { score: 0.7, isRetained: false }]).value // => 0.75
 */
export function concordance(
  rows: readonly { readonly score: number; readonly isRetained: boolean }[],
): Estimate<"noData" | "nothingDiffers"> {
  rows.forEach((row, index) => {
    checkFinite(row.score, `rows[${index}].score`);
  });
  const n = rows.length;
  if (n === 0) return { value: null, n, reason: "noData" };
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  let lostBelow = 0;
  let pairs = 0;
  let start = 0;
  while (start < n) {
    let end = start;
    while (end < n && sorted[end]?.score === sorted[start]?.score) end += 1;
    const tied = sorted.slice(start, end);
    const retained = tied.filter(({ isRetained }) => isRetained).length;
    const lost = tied.length - retained;
    pairs += retained * (lostBelow + lost / 2);
    lostBelow += lost;
    start = end;
  }
  const retained = n - lostBelow;
  if (retained === 0 || lostBelow === 0) return { value: null, n, reason: "nothingDiffers" };
  const value = pairs / (retained * lostBelow);
  return { value, n, interval: hanleyMcNeil(value, retained, lostBelow, n) };
}

function hanleyMcNeil(area: number, retained: number, lost: number, n: number) {
  const one = area / (2 - area) - area ** 2;
  const two = (2 * area ** 2) / (1 + area) - area ** 2;
  const variance =
    (area * (1 - area) + (retained - 1) * one + (lost - 1) * two) / (retained * lost);
  const half = z95 * Math.sqrt(Math.max(0, variance));
  return interval("hanleyMcNeil", Math.max(0, area - half), Math.min(1, area + half), { n });
}
