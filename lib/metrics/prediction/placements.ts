import { sum } from "../core/order-statistics";

/** How each account stands among those of the other kind; an area is the mean of either list. */
export type Placements = {
  readonly area: number;
  /** Per retained account the share of lost ones below it, ties half. */
  readonly overLost: readonly number[];
  /** Per lost account the share of retained ones above it, ties half. */
  readonly underRetained: readonly number[];
};

type Tied = { kept: number; gone: number; overLost: number; underRetained: number };

/** How accounts of each score stand; found once for all who have the same. */
function standings(scores: readonly number[], isRetained: readonly boolean[]): Map<number, Tied> {
  const byScore = new Map<number, Tied>();
  scores.forEach((score, place) => {
    const tied = byScore.get(score) ?? { kept: 0, gone: 0, overLost: 0, underRetained: 0 };
    byScore.set(score, tied);
    tied[isRetained[place] ? "kept" : "gone"] += 1;
  });
  const retained = isRetained.filter(Boolean).length;
  const lost = isRetained.length - retained;
  let [retainedBelow, lostBelow] = [0, 0];
  for (const score of Float64Array.from(byScore.keys()).sort()) {
    const tied = byScore.get(score) as Tied;
    tied.overLost = (lostBelow + tied.gone / 2) / lost;
    tied.underRetained = (retained - retainedBelow - tied.kept / 2) / retained;
    retainedBelow += tied.kept;
    lostBelow += tied.gone;
  }
  return byScore;
}

/** Both lists in the order of the rows, so that those of two scores can be held against each other. */
export function placementsOf(
  scores: readonly number[],
  isRetained: readonly boolean[],
): Placements {
  const byScore = standings(scores, isRetained);
  const overLost: number[] = [];
  const underRetained: number[] = [];
  scores.forEach((score, place) => {
    const tied = byScore.get(score) as Tied;
    if (isRetained[place]) overLost.push(tied.overLost);
    else underRetained.push(tied.underRetained);
  });
  return { area: sum(overLost) / overLost.length, overLost, underRetained };
}

/** DeLong's covariance of two areas from the same accounts; of an area with itself its variance. */
export function areaCovariance(a: Placements, b: Placements): number {
  return (
    covariance(a.overLost, b.overLost, b.area) / a.overLost.length +
    covariance(a.underRetained, b.underRetained, b.area) / a.underRetained.length
  );
}

/** Taking one list's mean off is enough: what is left of it sums to 0. */
function covariance(a: readonly number[], b: readonly number[], meanB: number): number {
  return sum(a.map((value, k) => value * ((b[k] as number) - meanB))) / (a.length - 1);
}
