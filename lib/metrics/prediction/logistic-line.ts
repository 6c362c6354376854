import { sum, sumOf } from "../core/order-statistics";

export type LogisticLine = {
  /** Log odds at score 0, and by how much they rise per unit of the score. */
  readonly intercept: number;
  readonly slope: number;
  readonly slopeError: number;
};

/**
 * The line of log odds with the highest likelihood, by Newton's steps on the standardised score. Null
 * where the score does not vary, or where it splits retained from lost without overlap: then the
 * steeper the line the better, without end.
 */
export function logisticLine(
  scores: readonly number[],
  isRetained: readonly boolean[],
): LogisticLine | null {
  const n = scores.length;
  const middle = sum(scores) / n;
  const spread = Math.sqrt(sumOf(scores, (score) => (score - middle) ** 2) / n);
  if (isSplit(scores, isRetained) || !(spread > 0)) return null;
  const x = scores.map((score) => (score - middle) / spread);
  let at = slopesAt(x, isRetained, 0, 0);
  for (let step = 0; step < 100; step += 1) {
    const next = uphill(x, isRetained, at);
    if (next === null) break;
    at = next;
  }
  const slopeError = Math.sqrt(at.information[0] / at.determinant) / spread;
  return { intercept: at.a - (at.b * middle) / spread, slope: at.b / spread, slopeError };
}

type Point = ReturnType<typeof slopesAt>;

/** Newton's step, halved until the likelihood rises; null where it rises no more. */
function uphill(x: readonly number[], isRetained: readonly boolean[], at: Point): Point | null {
  const [g0, g1] = at.gradient;
  const [i00, i01, i11] = at.information;
  const moveA = (i11 * g0 - i01 * g1) / at.determinant;
  const moveB = (i00 * g1 - i01 * g0) / at.determinant;
  for (let part = 1; part > 1e-6; part /= 2) {
    const [a, b] = [at.a + part * moveA, at.b + part * moveB];
    // A step too small to be one: shorter ones lead nowhere else.
    if (a === at.a && b === at.b) return null;
    const next = slopesAt(x, isRetained, a, b);
    if (next.likelihood > at.likelihood) return next;
  }
  return null;
}

export function chanceAt({ intercept, slope }: LogisticLine, score: number): number {
  return 1 / (1 + Math.exp(-(intercept + slope * score)));
}

/** In one dimension the best line exists exactly where the scores of both kinds overlap. */
function isSplit(scores: readonly number[], isRetained: readonly boolean[]): boolean {
  const ends = (kind: boolean) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    scores.forEach((score, k) => {
      if (isRetained[k] === kind) [low, high] = [Math.min(low, score), Math.max(high, score)];
    });
    return { low, high };
  };
  const [kept, gone] = [ends(true), ends(false)];
  return gone.high <= kept.low || kept.high <= gone.low;
}

function slopesAt(x: readonly number[], isRetained: readonly boolean[], a: number, b: number) {
  let [likelihood, g0, g1, i00, i01, i11] = [0, 0, 0, 0, 0, 0];
  // A plain loop: a fit runs it a dozen times.
  for (let k = 0; k < x.length; k += 1) {
    const value = x[k] as number;
    const odds = a + b * value;
    const chance = 1 / (1 + Math.exp(-odds));
    const error = (isRetained[k] ? 1 : 0) - chance;
    const weight = chance * (1 - chance);
    const against = isRetained[k] ? -odds : odds;
    likelihood -= Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
    g0 += error;
    g1 += error * value;
    i00 += weight;
    i01 += weight * value;
    i11 += weight * value * value;
  }
  return {
    a,
    b,
    likelihood,
    gradient: [g0, g1] as const,
    information: [i00, i01, i11] as const,
    determinant: i00 * i11 - i01 * i01,
  };
}
