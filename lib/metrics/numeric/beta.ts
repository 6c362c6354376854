import { logBeta, logOfRatio, stirlingRest } from "./gamma";

/** Share of a beta(a, b) distribution below x: the regularised incomplete beta function. */
export function betaShareBelow(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x <= turn(a, b) ? lowerShare(a, b, x, 1 - x) : 1 - lowerShare(b, a, 1 - x, x);
}

/** The x with that share of a beta(a, b) distribution below it. */
export function betaQuantile(a: number, b: number, share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  const middle = a / (a + b);
  return share <= betaShareBelow(a, b, middle)
    ? lowerQuantile(a, b, share, middle)
    : 1 - lowerQuantile(b, a, 1 - share, 1 - middle);
}

/** Newton on ln share against ln x, where the curve is nearly straight even for tiny shares. */
function lowerQuantile(a: number, b: number, share: number, start: number): number {
  let at = Math.log(start);
  for (let step = 0; step < 100; step += 1) {
    const x = Math.exp(at);
    const below = betaShareBelow(a, b, x);
    const slope = density(a, b, x, 1 - x) / ((1 - x) * below);
    const move = Math.log(below / share) / slope;
    at = Math.min(at - move, Math.log(start));
    if (Math.abs(move) < 1e-15 * Math.max(1, Math.abs(at))) break;
  }
  return Math.exp(at);
}

function turn(a: number, b: number): number {
  return (a + 1) / (a + b + 2);
}

/** x^a y^b / B(a, b), y = 1 - x; of large a and b as a distance from the mean, which keeps the digits. */
function density(a: number, b: number, x: number, y: number): number {
  if (Math.min(a, b) < 10) return Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b));
  const away = x * b - y * a;
  const exponent =
    a * logOfRatio(away / a, (x * (a + b)) / a) +
    b * logOfRatio(-away / b, (y * (a + b)) / b) +
    stirlingRest(a + b) -
    stirlingRest(a) -
    stirlingRest(b);
  return Math.sqrt((a * b) / (2 * Math.PI * (a + b))) * Math.exp(exponent);
}

/** Lentz's method for the continued fraction, quick for x up to (a + 1) / (a + b + 2). */
function lowerShare(a: number, b: number, x: number, y: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let k = 1; k < 100_000; k += 1) {
    const at = a + 2 * k;
    const even = (k * (b - k) * x) / ((at - 1) * at);
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= d * c;
    const odd = (-(a + k) * (a + b + k) * x) / (at * (at + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 4e-16) break;
  }
  return (fraction * density(a, b, x, y)) / a;
}
