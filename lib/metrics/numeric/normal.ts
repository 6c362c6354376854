import { gammaShareAbove } from "./gamma";

/** Chance that a standard normal variable is above z. */
export function normalTail(z: number): number {
  const half = gammaShareAbove(0.5, (z * z) / 2) / 2;
  return z < 0 ? 1 - half : half;
}

/**
 * The z with that share of a standard normal distribution below it, 0 < share < 1: Halley's steps on
 * the log of the tail from a start that is good in the far tail.
 */
export function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share);
  if (share === 0.5) return 0;
  const reach = -2 * Math.log(2 * share);
  let z = Math.sqrt(reach) * Math.min(1, 0.6 + reach / 60);
  for (let step = 0; step < 50; step += 1) {
    const tail = normalTail(z);
    const hazard = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / tail;
    const error = Math.log(tail / share);
    const newton = error / hazard;
    const move = newton / (1 + 0.5 * newton * (hazard - z));
    z += move;
    if (Math.abs(move) < 1e-15 * Math.max(1, z)) break;
  }
  return -z;
}
