import { checkFinite } from "./check";

/**
 * Share: which part of a whole is this?
 *
 * Formula: part / whole.
 *
 * @param part a count or an amount
 * @param whole of the same kind
 * @returns 0..1 where neither is negative
 * Empty: null where the whole is 0: there is no share of nothing.
 * @throws RangeError when part or whole is not finite
 * @source arithmetic
 * @example shareOf(61, 174) // => 0.3506
 */
export function shareOf(part: number, whole: number): number | null {
  checkFinite(part, "part");
  checkFinite(whole, "whole");
  return whole === 0 ? null : part / whole;
}
