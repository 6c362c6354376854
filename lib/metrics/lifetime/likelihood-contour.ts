import { cholesky } from "../numeric/cholesky";
import type { Fitted } from "./fit";

export type ContourPoint = { readonly alpha: number; readonly beta: number };

/** Half of chi-square's .95 quantile with one degree of freedom: how far a likely value lies below the top. */
const drop = 3.841458820694124 / 2;
const directions = 120;
/** ln(a + b) beyond this is customers all alike, or each decided for good: the edge is taken there. */
const farthest = 16;

/**
 * Points on the edge of the parameters whose log-likelihood is 1.92 or less below the top. The extremes
 * of any one figure on it are that figure's profile-likelihood interval. Searched along rays from the
 * top on ln(a / b) and ln(a + b), in which the edge is nearly an ellipse.
 */
export function likelihoodContour(
  fit: Fitted<"alpha" | "beta">,
  logLikelihood: (alpha: number, beta: number) => number,
): ContourPoint[] {
  const { alpha, beta } = fit;
  const [ratio, size] = [Math.log(alpha / beta), Math.log(alpha + beta)];
  const axes = cholesky(onRatioAndSize(fit)) ?? [];
  const pointAt = (angle: number, reach: number): ContourPoint | null => {
    const [x, y] = [reach * Math.cos(angle), reach * Math.sin(angle)];
    const lean = ratio + (axes[0]?.[0] as number) * x;
    const all = size + (axes[1]?.[0] as number) * x + (axes[1]?.[1] as number) * y;
    if (Math.abs(all) > farthest) return null;
    const shareOfAlpha = 1 / (1 + Math.exp(-lean));
    return { alpha: Math.exp(all) * shareOfAlpha, beta: Math.exp(all) * (1 - shareOfAlpha) };
  };
  const isLikely = (point: ContourPoint) =>
    fit.logLikelihood - logLikelihood(point.alpha, point.beta) < drop;
  return Array.from({ length: directions }, (_, index) => {
    const angle = (2 * Math.PI * index) / directions;
    return edgeAlong((reach) => pointAt(angle, reach), isLikely) ?? { alpha, beta };
  });
}

/** The last likely point of a ray, found by doubling and halving. */
function edgeAlong(
  pointAt: (reach: number) => ContourPoint | null,
  isLikely: (point: ContourPoint) => boolean,
): ContourPoint | null {
  const isInside = (reach: number) => {
    const point = pointAt(reach);
    return point !== null && isLikely(point);
  };
  let inside = 0;
  let outside = 2;
  while (isInside(outside)) [inside, outside] = [outside, 2 * outside];
  for (let step = 0; step < 20; step += 1) {
    const middle = (inside + outside) / 2;
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return pointAt(inside);
}

/** The covariance of ln(a / b) and ln(a + b), from that of ln a and ln b. */
function onRatioAndSize({ alpha, beta, logCovariance }: Fitted<"alpha" | "beta">): number[][] {
  const share = alpha / (alpha + beta);
  const turn = [
    [1, -1],
    [share, 1 - share],
  ] as const;
  return turn.map((left) =>
    turn.map((right) =>
      left.reduce(
        (sum, x, i) =>
          sum + right.reduce((inner, y, j) => inner + x * y * (logCovariance[i]?.[j] as number), 0),
        0,
      ),
    ),
  );
}
