import { sum } from "../core/order-statistics";

/** How each account stands among those of the other kind; an area is the mean of either list. */
export type Placements = {
  readonly area: number;
  /** Per retained account the share of lost ones below it, ties half. */
  readonly overLost: readonly number[];
  /** Per lost account the share of retained ones above it, ties half. */
  readonly underRetained: readonly number[];
};

/** Both lists in the order of the rows, so that those of two scores can be held against each other. */
export function placementsOf(
  scores: readonly number[],
  isRetained: readonly boolean[],
): Placements {
  const order = scores.map((_, place) => place);
  order.sort((a, b) => (scores[a] as number) - (scores[b] as number));
  const retained = isRetained.filter(Boolean).length;
  const lost = isRetained.length - retained;
  const share = new Array<number>(scores.length);
  let [retainedBelow, lostBelow] = [0, 0];
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && scores[order[end] as number] === scores[order[start] as number])
      end += 1;
    const tied = order.slice(start, end);
    const kept = tied.filter((place) => isRetained[place]).length;
    const gone = tied.length - kept;
    for (const place of tied)
      share[place] = isRetained[place]
        ? (lostBelow + gone / 2) / lost
        : (retained - retainedBelow - kept / 2) / retained;
    retainedBelow += kept;
    lostBelow += gone;
    start = end;
  }
  const overLost = share.filter((_, place) => isRetained[place]);
  const underRetained = share.filter((_, place) => !isRetained[place]);
  return { area: sum(overLost) / retained, overLost, underRetained };
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
