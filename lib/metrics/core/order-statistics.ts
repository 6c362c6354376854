export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return sum(values) / values.length;
}

export function sum(values: ArrayLike<number>): number {
  return sumOf(values, (value) => value);
}

/**
 * Of each item a number, added up as Neumaier does, so that the order of rows does not show. No list is made of
 * a hundred thousand of them.
 */
export function sumOf<Item>(items: ArrayLike<Item>, of: (item: Item) => number): number {
  let total = 0;
  let lost = 0;
  for (let index = 0; index < items.length; index += 1) {
    const value = of(items[index] as Item);
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** The same over pairs of numbers that lie in pieces, one after the other. */
export function sumOfPairs(
  pieces: readonly Float64Array[],
  of: (first: number, second: number, index: number) => number,
): number {
  let total = 0;
  let lost = 0;
  let index = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += 2) {
      const value = of(piece[at] as number, piece[at + 1] as number, index);
      index += 1;
      const next = total + value;
      lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
      total = next;
    }
  return total + lost;
}

/**
 * Median: which value has half of the others below it?
 *
 * Formula: the middle value in order; of an even number of them the mean of the two in the middle.
 *
 * @param values finite, in any order
 * @returns in the unit of the values
 * Empty: null without values.
 * @throws RangeError never
 * @source Tukey, Exploratory Data Analysis (1977)
 * @example median([3, 1, 2, 10]) // => 2.5
 */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  // Numbers of one kind are sorted without a comparison of ours.
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
