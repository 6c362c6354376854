import { betaQuantile, betaShareBelow } from "../numeric/beta";

/** The t that a Student variable exceeds on either side together with 5 % chance. */
export function studentLimit(degrees: number): number {
  const x = betaQuantile(degrees / 2, 0.5, 0.05);
  return Math.sqrt((degrees * (1 - x)) / x);
}

/** Two-sided chance of a Student variable at least so far from 0. */
export function studentTail(t: number, degrees: number): number {
  return betaShareBelow(degrees / 2, 0.5, degrees / (degrees + t * t));
}
