import { describe, expect, it } from "vitest";
import type { Fitted } from "@/lib/metrics";
import { type ContourPoint, likelihoodContour } from "@/lib/metrics/lifetime/likelihood-contour";

/** A fit whose likelihood is normal in ln(a / b) and ln(a + b): its edge is an ellipse. */
function bowl(options: {
  readonly ratio: number;
  readonly size: number;
  readonly errors: readonly [ofRatio: number, ofSize: number];
  readonly correlation?: number;
}) {
  const { ratio, size, errors, correlation = 0 } = options;
  const [ofRatio, ofSize] = errors;
  const both = correlation * ofRatio * ofSize;
  const alpha = Math.exp(size) / (1 + Math.exp(-ratio));
  const beta = Math.exp(size) - alpha;
  const share = alpha / (alpha + beta);
  // ln a and ln b move with ln(a / b) and ln(a + b) by these.
  const turn = [
    [1 - share, 1],
    [-share, 1],
  ] as const;
  const spread = [
    [ofRatio ** 2, both],
    [both, ofSize ** 2],
  ] as const;
  const logCovariance = turn.map((left) =>
    turn.map((right) =>
      left.reduce(
        (sum, x, i) => sum + right.reduce((s, y, j) => s + x * y * (spread[i]?.[j] ?? 0), 0),
        0,
      ),
    ),
  );
  const fit = { alpha, beta, logLikelihood: -7, logCovariance } as unknown as Fitted<
    "alpha" | "beta"
  >;
  const logLikelihood = (a: number, b: number) => {
    const x = (Math.log(a / b) - ratio) / ofRatio;
    const y = (Math.log(a + b) - size) / ofSize;
    return -7 - (x * x - 2 * correlation * x * y + y * y) / (2 * (1 - correlation ** 2));
  };
  return { fit, logLikelihood };
}

const ratioOf = (point: ContourPoint) => Math.log(point.alpha / point.beta);
const sizeOf = (point: ContourPoint) => Math.log(point.alpha + point.beta);
const z = 1.959963984540054;

/** How far points are at most from the ellipse around (.5, 2), begun to the right, gone around evenly. */
function farthestOff(edge: readonly ContourPoint[], ofRatio: number, ofSize: number): number {
  const misses = edge.flatMap((point, index) => {
    const angle = (2 * Math.PI * index) / 120;
    return [
      ratioOf(point) - (0.5 + z * ofRatio * Math.cos(angle)),
      sizeOf(point) - (2 + z * ofSize * Math.sin(angle)),
    ];
  });
  return Math.max(...misses.map(Math.abs));
}

describe("the edge of the likely parameters", () => {
  it("of a normal likelihood is its ellipse: 1.96 standard errors to all sides", () => {
    const given = { ratio: -1.5, size: 1.2, errors: [0.1, 0.4], correlation: 0.6 } as const;
    const { fit, logLikelihood } = bowl(given);
    const edge = likelihoodContour(fit, logLikelihood);
    expect(edge).toHaveLength(120);
    const drops = edge.map(({ alpha, beta }) => -7 - logLikelihood(alpha, beta));
    expect(Math.min(...drops)).toBeCloseTo(z ** 2 / 2, 4);
    expect(Math.max(...drops)).toBeCloseTo(z ** 2 / 2, 4);
    const ratios = edge.map(ratioOf);
    const sizes = edge.map(sizeOf);
    // Over 120 rays the farthest misses the tip by at most 1 - cos(1.5 degrees).
    expect(Math.max(...ratios)).toBeCloseTo(-1.5 + z * 0.1, 4);
    expect(Math.min(...ratios)).toBeCloseTo(-1.5 - z * 0.1, 4);
    expect(Math.max(...sizes)).toBeCloseTo(1.2 + z * 0.4, 3);
    expect(Math.min(...sizes)).toBeCloseTo(1.2 - z * 0.4, 3);
  });

  it("begins to the right and goes around evenly, by the standard errors of the fit", () => {
    const { fit, logLikelihood } = bowl({ ratio: 0.5, size: 2, errors: [0.2, 0.3] });
    expect(farthestOff(likelihoodContour(fit, logLikelihood), 0.2, 0.3)).toBeLessThan(1e-4);
  });

  it("is found however far the likelihood reaches beyond what the curvature says", () => {
    const near = bowl({ ratio: 0.5, size: 2, errors: [0.2, 0.3] });
    const far = bowl({ ratio: 0.5, size: 2, errors: [1, 1.5] });
    expect(farthestOff(likelihoodContour(near.fit, far.logLikelihood), 1, 1.5)).toBeLessThan(1e-4);
  });

  it("is taken at a sum of e to the power of 16 or -16 where the likelihood does not end", () => {
    const { fit } = bowl({ ratio: 0.5, size: 2, errors: [0.2, 0.3] });
    const ofRatioAlone = (a: number, b: number) => -7 - ((Math.log(a / b) - 0.5) / 0.2) ** 2 / 2;
    const sizes = likelihoodContour(fit, ofRatioAlone).map(sizeOf);
    expect(sizes[30]).toBeCloseTo(16, 3);
    expect(sizes[90]).toBeCloseTo(-16, 3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(-16);
  });

  it("is the fit itself where nothing around it is likely", () => {
    const { fit } = bowl({ ratio: 0.5, size: 2, errors: [0.2, 0.3] });
    const edge = likelihoodContour(fit, () => -100);
    expect(Math.max(...edge.map(({ alpha }) => Math.abs(alpha - fit.alpha)))).toBeLessThan(1e-5);
    expect(Math.max(...edge.map(({ beta }) => Math.abs(beta - fit.beta)))).toBeLessThan(1e-5);
  });
});
