import { expect } from "vitest";

/** Every row of a grid: the function at all but the last number is the last, to so many parts of it or of `floor`. */
export function meetsGrid(
  grid: readonly (readonly number[])[],
  compute: (...given: number[]) => number,
  tolerance: number,
  floor = 0,
): void {
  const misses = grid.flatMap((row) => {
    const expected = row.at(-1) as number;
    const actual = compute(...row.slice(0, -1));
    const isMet = Math.abs(actual - expected) <= tolerance * Math.max(floor, Math.abs(expected));
    return isMet ? [] : [{ row, actual }];
  });
  expect(misses).toEqual([]);
}
