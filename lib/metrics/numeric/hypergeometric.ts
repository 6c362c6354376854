/**
 * Gauss's 2F1(a, b; c; z) for c > 0 and 0 <= z < 1. Where c < a + b it grows without end towards 1 and
 * Euler's transformation turns it into a power of 1 - z and one that stays finite. That one's series
 * at 0 is slow near 1 where c is small; there it is carried on from 1/2 from point to point, each half
 * as far from 1 as the last, by the series of the differential equation it solves.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (a + b > c) return (1 - z) ** (c - a - b) * bounded(c - a, c - b, c, z);
  return bounded(a, b, c, z);
}

type Local = { readonly value: number; readonly slope: number; readonly isExact: boolean };

const mostTerms = 500;

function bounded(a: number, b: number, c: number, z: number): number {
  let here = fromZero(a, b, c, z);
  if (here.isExact) return here.value;
  let at = 0.5;
  here = fromZero(a, b, c, at);
  while (at < z) {
    const next = Math.min(z, (1 + at) / 2);
    here = carryOn(a, b, c, at, here, next - at);
    at = next;
  }
  return here.value;
}

function fromZero(a: number, b: number, c: number, z: number): Local {
  let term = 1;
  let value = 1;
  let slope = 0;
  for (let k = 0; k < mostTerms; k += 1) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    value += term;
    slope += (k + 1) * term;
    if (Math.abs(term) * (k + 1) <= Math.abs(value) * 1e-17)
      return { value, slope: slope / z, isExact: true };
  }
  return { value, slope: slope / z, isExact: false };
}

/** Taylor's series around a point: z (1 - z) F'' + (c - (a + b + 1) z) F' - a b F = 0 gives its terms. */
function carryOn(a: number, b: number, c: number, at: number, from: Local, step: number): Local {
  const lead = at * (1 - at);
  const drift = c - (a + b + 1) * at;
  let before = from.value;
  let term = from.slope * step;
  let value = before + term;
  let slope = term;
  for (let k = 0; k < mostTerms; k += 1) {
    const next =
      (((k + a) * (k + b) * before * step) / (k + 1) - ((1 - 2 * at) * k + drift) * term) *
      (step / (lead * (k + 2)));
    before = term;
    term = next;
    value += term;
    slope += (k + 2) * term;
    if ((Math.abs(term) + Math.abs(before)) * (k + 2) <= Math.abs(value) * 1e-17) break;
  }
  return { value, slope: slope / step, isExact: true };
}
