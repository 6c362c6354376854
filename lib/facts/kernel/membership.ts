// A mask has a bit for each segment.
export const SEGMENTS_AT_ONCE = 31;

/**
 * Accounts that are in the very same segments are summed once, and their sums added to each of those: many
 * segments are a few cuts through the same accounts.
 */
export type Membership = {
  /** Group of each account; those in no segment are group 0. */
  readonly groupOf: Uint32Array;
  /** Segments of each group, as bits. */
  readonly masks: readonly number[];
};

/** @param segments of each segment, at most 31 of them, the accounts in it, by their row in the matrix */
export function membershipOf(
  segments: readonly (readonly number[])[],
  accounts: number,
): Membership {
  const maskOf = new Uint32Array(accounts);
  segments.forEach((rows, segment) => {
    const bit = 1 << segment;
    for (const row of rows) maskOf[row] = (maskOf[row] as number) | bit;
  });
  const groups = new Map<number, number>([[0, 0]]);
  const groupOf = new Uint32Array(accounts);
  for (let row = 0; row < accounts; row += 1) {
    const mask = maskOf[row] as number;
    const known = groups.get(mask);
    const group = known ?? groups.size;
    if (known === undefined) groups.set(mask, group);
    groupOf[row] = group;
  }
  return { groupOf, masks: [...groups.keys()] };
}

/**
 * Of each segment and month three numbers side by side, as they are added to together: sums of an amount above
 * and below a line, and how many stand below it.
 */
export type Sums = Float64Array;

export const NUMBERS = 3;

export function emptySums(cells: number): Sums {
  return new Float64Array(cells * NUMBERS);
}

/** The sums of groups added up to those of the segments they are in. */
export function foldGroups(
  groups: Sums,
  { masks }: Membership,
  segments: number,
  shown: number,
): Sums {
  const sums = emptySums(segments * shown);
  const width = shown * NUMBERS;
  masks.forEach((mask, group) => {
    for (let segment = 0; segment < segments; segment += 1) {
      if ((mask & (1 << segment)) === 0) continue;
      for (let number = 0; number < width; number += 1) {
        const to = segment * width + number;
        sums[to] = (sums[to] as number) + (groups[group * width + number] as number);
      }
    }
  });
  return sums;
}
