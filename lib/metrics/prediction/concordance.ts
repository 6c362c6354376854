import { type Estimate, type Interval, interval, noFigure, z95 } from "../core/result";
import { areaCovariance, type Placements, placementsOf } from "./placements";
import { checkScores } from "./score-bands";

export type ScoredRow = { readonly score: number; readonly isRetained: boolean };

export type NoConcordance = "noData" | "nothingDiffers" | "noVariation";

/**
 * Concordance (AUC): how often does a score rank a retained account above a lost one?
 *
 * Formula: over all pairs of one retained and one lost account, the share in which the retained one had
 * the higher score; ties count half. Interval: area +/- 1.96 x root of (variance of the retained
 * accounts' own shares / retained + variance of the lost ones' own shares / lost), inside 0..1. Where
 * nothing varies, as in a perfect split, or with one account of a kind: the areas whose
 * Hanley-McNeil error reaches the figure.
 *
 * @param rows one row per account: the earlier score and whether it was retained
 * @returns .5 is chance, 1 perfect; n accounts, effective n twice the smaller group
 * Empty: null with noData without rows, nothingDiffers where all or none were retained, noVariation
 *   where all have one score.
 * @throws RangeError when a score is not finite, naming the row
 * @source DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44; Hanley & McNeil (1982), Radiology 143; Newcombe (2006), Statistics in Medicine 25, method 5
 * @example concordance([{ score: 0.7, isRetained: true }, { score: 0.3, isRetained: false }, { score: 0.7, isRetained: false }]).value // => 0.75
 */
export function concordance(rows: readonly ScoredRow[]): Estimate<NoConcordance> {
  return concordanceOf(
    rows.map(({ score }) => score),
    rows.map(({ isRetained }) => isRetained),
  ).order;
}

/** The same of two lists, with how each account stands where there is a figure. */
export function concordanceOf(
  scores: readonly number[],
  isRetained: readonly boolean[],
): { order: Estimate<NoConcordance>; placements: Placements | null } {
  checkScores(scores, (index) => `rows[${index}].score`);
  const n = scores.length;
  const none = (reason: NoConcordance) => ({ order: noFigure(n, reason), placements: null });
  if (n === 0) return none("noData");
  const retained = isRetained.filter(Boolean).length;
  if (retained === 0 || retained === n) return none("nothingDiffers");
  if (scores.every((score) => score === scores[0])) return none("noVariation");
  const placements = placementsOf(scores, isRetained);
  const order = { value: placements.area, n, interval: areaInterval(placements) };
  return { order, placements };
}

export function areaInterval(placements: Placements): Interval {
  const { area, overLost, underRetained } = placements;
  const [retained, lost] = [overLost.length, underRetained.length];
  const basis = { n: retained + lost, effectiveN: 2 * Math.min(retained, lost) };
  const variance = Math.min(retained, lost) > 1 ? areaCovariance(placements, placements) : 0;
  if (variance <= 0) {
    const low = scoreLimit(area, 0, retained, lost);
    return interval("hanleyMcNeilScore", low, scoreLimit(area, 1, retained, lost), basis);
  }
  const half = z95 * Math.sqrt(variance);
  return interval("deLong", Math.max(0, area - half), Math.min(1, area + half), basis);
}

/** The area towards `end` from which the figure is just 1.96 standard errors away, by bisection. */
function scoreLimit(area: number, end: number, retained: number, lost: number): number {
  let [near, far] = [area, end];
  for (let step = 0; step < 60; step += 1) {
    const middle = (near + far) / 2;
    if (Math.abs(middle - area) < z95 * standardError(middle, retained, lost)) near = middle;
    else far = middle;
  }
  return near;
}

/** Hanley & McNeil's, with both group sizes at their mean in the smaller terms as Newcombe does. */
function standardError(area: number, retained: number, lost: number): number {
  const others = (retained + lost) / 2 - 1;
  const terms = 1 + others * ((1 - area) / (2 - area) + area / (1 + area));
  return Math.sqrt((area * (1 - area) * terms) / (retained * lost));
}
