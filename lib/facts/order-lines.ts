import type { Period } from "@/lib/metrics";

/**
 * What an account ordered outside contracts in one currency, line by line by day. Lines of one number on one
 * day are one order, and stand beside each other.
 */
export type OrderLines = {
  readonly accountId: string;
  readonly currency: string;
  readonly days: ArrayLike<number>;
  readonly amountsMinor: ArrayLike<number>;
  /** Where the line's product type stands in `typeIds`. */
  readonly types: ArrayLike<number>;
  /** The product types of the lines; null for those without one. */
  readonly typeIds: readonly (string | null)[];
  readonly flags: ArrayLike<number>;
};

/** Flag of a line that belongs to the order of the line before. */
export const SAME_ORDER = 1;
/** Flag of a line that was ordered by itself. */
export const AUTOMATIC = 2;

/** Index of the first line on or after a day. */
function firstLineFrom({ days }: OrderLines, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the lines in a period the index of the first, and of the one after the last. */
export function linesIn(lines: OrderLines, { fromDay, untilDay }: Period): [number, number] {
  return [firstLineFrom(lines, fromDay), firstLineFrom(lines, untilDay)];
}
