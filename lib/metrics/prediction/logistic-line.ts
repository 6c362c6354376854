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
  const points = pointsOf(scores, isRetained, (score) => (score - middle) / spread);
  let at = slopesAt(points, 0, 0);
  for (let step = 0; step < 100; step += 1) {
    const next = uphill(points, at);
    if (next === null) break;
    at = next;
  }
  const slopeError = Math.sqrt(at.information[0] / at.determinant) / spread;
  return { intercept: at.a - (at.b * middle) / spread, slope: at.b / spread, slopeError };
}

type Point = ReturnType<typeof slopesAt>;

/** Newton's step, halved until the likelihood rises; null where it rises no more. */
function uphill(points: Points, at: Point): Point | null {
  const [g0, g1] = at.gradient;
  const [i00, i01, i11] = at.information;
  const moveA = (i11 * g0 - i01 * g1) / at.determinant;
  const moveB = (i00 * g1 - i01 * g0) / at.determinant;
  for (let part = 1; part > 1e-6; part /= 2) {
    const [a, b] = [at.a + part * moveA, at.b + part * moveB];
    // A step too small to be one: shorter ones lead nowhere else.
    if (a === at.a && b === at.b) return null;
    const next = slopesAt(points, a, b);
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

/** Alike accounts have one point, so that its chance is found once; `of` says which is an account's. */
type Points = { readonly x: Float64Array; readonly isKept: Uint8Array; readonly of: Uint32Array };

function pointsOf(
  scores: readonly number[],
  isRetained: readonly boolean[],
  xOf: (score: number) => number,
): Points {
  const places = [new Map<number, number>(), new Map<number, number>()] as const;
  const x: number[] = [];
  const isKept: number[] = [];
  const of = Uint32Array.from(scores, (score, k) => {
    const kind = isRetained[k] ? 1 : 0;
    const known = places[kind].get(score);
    if (known !== undefined) return known;
    places[kind].set(score, x.length);
    isKept.push(kind);
    return x.push(xOf(score)) - 1;
  });
  return { x: Float64Array.from(x), isKept: Uint8Array.from(isKept), of };
}

function slopesAt({ x, isKept, of }: Points, a: number, b: number) {
  const [chances, doubts] = [new Float64Array(x.length), new Float64Array(x.length)];
  for (let point = 0; point < x.length; point += 1) {
    const odds = a + b * (x[point] as number);
    const against = isKept[point] ? -odds : odds;
    chances[point] = 1 / (1 + Math.exp(-odds));
    doubts[point] = Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
  }
  let [likelihood, g0, g1, i00, i01, i11] = [0, 0, 0, 0, 0, 0];
  // A plain loop: a fit runs it a dozen times.
  for (let k = 0; k < of.length; k += 1) {
    const point = of[k] as number;
    const value = x[point] as number;
    const chance = chances[point] as number;
    const error = (isKept[point] as number) - chance;
    const weight = chance * (1 - chance);
    likelihood -= doubts[point] as number;
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
