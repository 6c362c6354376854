import { checkFinite } from "../core/check";
import { quantile } from "../statistics/bootstrap";

/** From `from` up to but not including `to`; open at the ends. */
export type Band = { readonly from: number | null; readonly to: number | null };

export function checkScores(scores: readonly number[], name: (index: number) => string): void {
  scores.forEach((score, index) => {
    checkFinite(score, () => name(index));
  });
}

/** The stated lower edges of all bands but the lowest, or else the quartiles of the scores. */
export function edgesOf(scores: readonly number[], edges?: readonly number[]): readonly number[] {
  if (edges !== undefined) {
    checkScores(edges, (index) => `edges[${index}]`);
    edges.forEach((edge, index) => {
      if (index > 0 && edge <= (edges[index - 1] as number))
        throw new RangeError(`edges[${index}] must be above the edge before it`);
    });
    return edges;
  }
  if (scores.length === 0) return [];
  const sorted = [...Float64Array.from(scores).sort()];
  const quartiles = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  return [...new Set(quartiles)].filter((edge) => edge > (sorted[0] as number));
}

/** Rank of the band a score falls in, 0 the lowest. */
export function bandOf(score: number, edges: readonly number[]): number {
  let rank = 0;
  for (const edge of edges) if (edge <= score) rank += 1;
  return rank;
}

/** The bands that hold scores, lowest first, each with the places of its scores in the list. */
export function bandsOf(
  scores: readonly number[],
  edges: readonly number[],
): (Band & { readonly rank: number; readonly places: readonly number[] })[] {
  const places: number[][] = Array.from({ length: edges.length + 1 }, () => []);
  scores.forEach((score, place) => {
    places[bandOf(score, edges)]?.push(place);
  });
  return places
    .map((own, rank) => ({
      from: edges[rank - 1] ?? null,
      to: edges[rank] ?? null,
      rank,
      places: own,
    }))
    .filter((band) => band.places.length > 0);
}
