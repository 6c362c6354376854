import { gammaShareAbove } from "./gamma";

/** Chance that a standard normal variable is above z. */
export function normalTail(z: number): number {
  const half = gammaShareAbove(0.5, (z * z) / 2) / 2;
  return z < 0 ? 1 - half : half;
}

/**
 * The z with that share of a standard normal distribution below it, 0 < share < 1: Newton's steps on the
 * log of the tail, which is concave, from a bound beyond the root, so that they never overshoot.
 */
export function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share);
  let z = Math.sqrt(-2 * Math.log(2 * share));
  for (let step = 0; step < 50; step += 1) {
    const tail = normalTail(z);
    const hazard = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / tail;
    const move = Math.log(tail / share) / hazard;
    z += move;
    if (Math.abs(move) < 1e-15 * z) break;
  }
  return -z;
}
