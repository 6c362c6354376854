import { type Estimate, interval, noFigure, z95 } from "../core/result";
import { concordanceOf, type NoConcordance } from "./concordance";
import { areaCovariance, type Placements } from "./placements";

export type RankedMeasure = {
  readonly key: string;
  readonly concordance: Estimate<NoConcordance>;
  /** Concordance of the leader minus its own, on the same accounts; null for the leader. */
  readonly behind: Estimate<NoConcordance> | null;
  /** The leader is surely ahead of it. */
  readonly isBehind: boolean;
};

export type Ranking = {
  /** Best first; measures without a figure last. */
  readonly measures: readonly RankedMeasure[];
  /** Accounts that have every measure. */
  readonly n: number;
  readonly lost: number;
};

type Row = {
  readonly scores: { readonly [measure: string]: number | null };
  readonly isRetained: boolean;
};

/**
 * Which of a few measures orders the kept before the lost best, and is the first surely ahead? A race without
 * its proofs.
 * Formula: the concordance of every measure on the accounts that have them all, best first; behind is the leader's
 * less one's own, with DeLong's interval of two areas on the same accounts.
 * Empty: no account has every measure -> every concordance "noData".
 * @param rows one per account, scores by measure, null where unknown
 * @param keys the measures, as the scores name them
 * @returns n, lost and the measures, those without a figure last
 * @throws RangeError when a score is not finite, naming the row
 * @source DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44
 * @example rankingOf([{ scores: { nps: 9, csat: 3 }, isRetained: true }, { scores: { nps: 4, csat: 3 }, isRetained: false }], ["csat", "nps"]).measures[0].key // => "nps"
 */
export function rankingOf(rows: readonly Row[], keys: readonly string[]): Ranking {
  const same = rows.filter(({ scores }) => keys.every((key) => (scores[key] ?? null) !== null));
  const isRetained = same.map((row) => row.isRetained);
  const measures = keys.map((key) => {
    const scores = same.map((row) => row.scores[key] as number);
    return { key, ...concordanceOf(scores, isRetained) };
  });
  const sorted = measures.toSorted((a, b) => (b.order.value ?? -1) - (a.order.value ?? -1));
  const leader = sorted[0]?.placements ?? null;
  return {
    measures: sorted.map(({ key, order, placements }, place) => {
      const behind = place === 0 ? null : behindOf(order, leader, placements);
      const limits = behind === null || behind.value === null ? null : behind.interval;
      return { key, concordance: order, behind, isBehind: limits !== null && limits.low > 0 };
    }),
    n: same.length,
    lost: isRetained.filter((kept) => !kept).length,
  };
}

/** No interval with one account of a kind, or where both order the accounts alike. */
function behindOf(
  { n, ...own }: Estimate<NoConcordance>,
  leader: Placements | null,
  placements: Placements | null,
): Estimate<NoConcordance> {
  if (leader === null || placements === null)
    return noFigure(n, "reason" in own ? own.reason : "noData");
  const value = leader.area - placements.area;
  const variance =
    areaCovariance(leader, leader) +
    areaCovariance(placements, placements) -
    2 * areaCovariance(leader, placements);
  if (!(variance > 1e-15)) return { value, n, interval: null };
  const half = z95 * Math.sqrt(variance);
  return { value, n, interval: interval("deLong", value - half, value + half, { n }) };
}
