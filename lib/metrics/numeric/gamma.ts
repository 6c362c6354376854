/** Bernoulli numbers B2, B4, ... B14, over 2k (2k - 1) for ln gamma and over 2k for its slope. */
const logTerms = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
  -3617 / 122_400,
];
const slopeTerms = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32_760,
  1 / 12,
  -3617 / 8160,
];
/** From here on Stirling's series is exact to the last bit or two; smaller arguments are shifted up. */
const enough = 10;

function polynomial(terms: readonly number[], x: number): number {
  let total = 0;
  for (let k = terms.length - 1; k >= 0; k -= 1) total = total * x + (terms[k] as number);
  return total;
}

/** What Stirling's formula leaves out of ln gamma(x), x of at least 10. */
export function stirlingRest(x: number): number {
  return polynomial(logTerms, 1 / (x * x)) / x;
}

/** ln of the gamma function for x > 0; error below 1e-14, relative where the value is above 1. */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < enough) {
    product *= shifted;
    shifted += 1;
  }
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI);
  return stirling + stirlingRest(shifted) - Math.log(product);
}

/** ln of gamma(x + step) / gamma(x), x > 0 and step >= 0, without the loss of a difference of two logs. */
export function logGammaRatio(x: number, step: number): number {
  let from = x;
  let product = 1;
  while (from < enough) {
    product *= from / (from + step);
    from += 1;
  }
  const to = from + step;
  return (
    (from - 0.5) * Math.log1p(step / from) +
    step * (Math.log(to) - 1) +
    (stirlingRest(to) - stirlingRest(from)) +
    Math.log(product)
  );
}

/** Slope of ln gamma for x > 0. */
export function digamma(x: number): number {
  let shifted = x;
  let below = 0;
  while (shifted < enough) {
    below += 1 / shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  return Math.log(shifted) - 0.5 / shifted - square * polynomial(slopeTerms, square) - below;
}

export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  return logGamma(small) - logGammaRatio(Math.max(a, b), small);
}

/** Share of a gamma distribution of the given shape below x. */
export function gammaShareBelow(shape: number, x: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? lowerSeries(shape, x) : 1 - upperFraction(shape, x);
}

/** Share above x: not one minus the share below, so that a tiny tail keeps its digits. */
export function gammaShareAbove(shape: number, x: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - lowerSeries(shape, x) : upperFraction(shape, x);
}

/** Chance that a chi-square variable with so many degrees of freedom is at least x. */
export function chiSquareTail(x: number, degrees: number): number {
  return gammaShareAbove(degrees / 2, x / 2);
}

/** x^shape e^-x / gamma(shape); of large shapes as a distance from the mean, which keeps the digits. */
function density(shape: number, x: number): number {
  if (shape < enough) return Math.exp(shape * Math.log(x) - x - logGamma(shape));
  const distance = (x - shape) / shape;
  const exponent = shape * (distance - logOfRatio(distance, x / shape)) + stirlingRest(shape);
  return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-exponent);
}

/** ln of a ratio known in two forms: as itself and as its distance from 1, which near 1 is the exact one. */
export function logOfRatio(distance: number, ratio: number): number {
  return Math.abs(distance) < 0.5 ? Math.log1p(distance) : Math.log(ratio);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape;
  let total = term;
  for (let k = 1; term > total * 1e-17; k += 1) {
    term *= x / (shape + k);
    total += term;
  }
  return total * density(shape, x);
}

/** Lentz's method for the continued fraction of the upper incomplete gamma function. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 10_000; k += 1) {
    const a = k * (shape - k);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 4e-16) break;
  }
  return fraction * density(shape, x);
}
