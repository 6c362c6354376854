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

/**
 * Median of sorted pieces: which value has half of the others below it, where they lie in sorted pieces?
 *
 * Formula: that of `median`. Each piece is halved until the value in the middle is found, so that most
 * are never looked at.
 *
 * @param pieces each ascending, of finite numbers
 * @returns in the unit of the values, to the last digit as `median` of them all
 * Empty: null without values.
 * @throws RangeError never
 * @source Tukey, Exploratory Data Analysis (1977)
 * @example medianOfSorted([Float64Array.of(1, 10), Float64Array.of(2, 3)]) // => 2.5
 */
export function medianOfSorted(pieces: readonly Float64Array[]): number | null {
  const count = pieces.reduce((total, { length }) => total + length, 0);
  if (count === 0) return null;
  const middle = count >> 1;
  const upper = valueAt(pieces, middle);
  return count % 2 === 1 ? upper : (valueAt(pieces, middle - 1) + upper) / 2;
}

/** The value with so many before it. */
function valueAt(pieces: readonly Float64Array[], rank: number): number {
  let low = pieces.map(() => 0);
  let high = pieces.map(({ length }) => length);
  for (;;) {
    const pivot = middleOfWidest(pieces, low, high);
    const below = pieces.map((piece, at) =>
      firstWhere(piece, low[at] as number, high[at] as number, (value) => value >= pivot),
    );
    const upTo = pieces.map((piece, at) =>
      firstWhere(piece, below[at] as number, high[at] as number, (value) => value > pivot),
    );
    if (rank < sum(below)) high = below;
    else if (rank >= sum(upTo)) low = upTo;
    else return pivot;
  }
}

function middleOfWidest(
  pieces: readonly Float64Array[],
  low: readonly number[],
  high: readonly number[],
): number {
  const width = (at: number) => (high[at] as number) - (low[at] as number);
  const widest = pieces.reduce((most, _, at) => (width(at) > width(most) ? at : most), 0);
  return pieces[widest]?.[((low[widest] as number) + (high[widest] as number)) >> 1] as number;
}

/** Of ascending values the place of the first that is so. */
function firstWhere(
  values: Float64Array,
  from: number,
  until: number,
  isSo: (value: number) => boolean,
): number {
  let [low, high] = [from, until];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(values[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
