import { mean, sumOf } from "../core/order-statistics";
import { normalQuantile, normalTail } from "../numeric/normal";

/** Share of the draws below the figure, ties counted half. */
export function drawShareBelow(draws: readonly number[], value: number): number {
  const below = draws.filter((draw) => draw < value).length;
  const equal = draws.filter((draw) => draw === value).length;
  return (below + equal / 2) / draws.length;
}

/** Skewness of the figures with one row left out, over 6; null where one has no figure or none differ. */
export function jackknifeAcceleration<Row>(
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number | null,
): number | null {
  const figures = rows.map((_, left) => statistic(rows.filter((_, index) => index !== left)));
  const known = figures.filter((figure) => figure !== null);
  const centre = mean(known);
  if (centre === null || known.length < rows.length) return null;
  const squares = sumOf(known, (figure) => (centre - figure) ** 2);
  if (squares === 0) return null;
  return sumOf(known, (figure) => (centre - figure) ** 3) / (6 * squares ** 1.5);
}

/** Which quantiles of the draws BCa takes for +/- z; null where it is not defined. */
export function bcaShares(
  shareBelow: number,
  acceleration: number | null,
  z: number,
): [number, number] | null {
  if (acceleration === null || shareBelow <= 0 || shareBelow >= 1) return null;
  const bias = normalQuantile(shareBelow);
  const shareAt = (end: number) => {
    const stretch = 1 - acceleration * (bias + end);
    return stretch <= 0 ? null : 1 - normalTail(bias + (bias + end) / stretch);
  };
  const [low, high] = [shareAt(-z), shareAt(z)];
  return low === null || high === null ? null : [low, high];
}
