import { gammaShareBelow } from "../numeric/gamma";

/** Exact 95 % limits of a Poisson mean after a count (Garwood 1936). */
export function poissonLimits(count: number): [low: number, high: number] {
  return [count === 0 ? 0 : gammaQuantile(count, 0.025), gammaQuantile(count + 1, 0.975)];
}

function gammaQuantile(shape: number, share: number): number {
  let low = 0;
  let high = shape + 10 * Math.sqrt(shape) + 10;
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (gammaShareBelow(shape, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
