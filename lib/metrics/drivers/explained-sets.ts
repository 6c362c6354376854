/** Below this share of its own variance a driver follows from those before it and adds nothing. */
export const leftOver = 1e-10;

/**
 * R squared of every set of drivers, at the index whose bits name the set. `correlations` is the flat
 * matrix of the drivers with the outcome last. Driver by driver the rest is swept clean of it or not,
 * so a set costs a few operations instead of a regression.
 */
export function explainedBySets(correlations: Float64Array, width: number): Float64Array {
  const explained = new Float64Array(1 << width);
  const rests = Array.from({ length: width + 1 }, (_, k) => new Float64Array((width + 1 - k) ** 2));
  (rests[0] as Float64Array).set(correlations);

  function visit(driver: number, set: number, r2: number): void {
    if (driver === width) {
      explained[set] = r2;
      return;
    }
    const from = rests[driver] as Float64Array;
    const size = width + 1 - driver;
    const own = from[0] as number;
    const isNew = own > leftOver;
    sweep(from, rests[driver + 1] as Float64Array, size, isNew ? 1 / own : 0);
    const gain = isNew ? (from[size - 1] as number) ** 2 / own : 0;
    visit(driver + 1, set | (1 << driver), r2 + gain);
    sweep(from, rests[driver + 1] as Float64Array, size, 0);
    visit(driver + 1, set, r2);
  }

  visit(0, 0, 0);
  return explained;
}

/** The matrix without its first variable, and (factor 1 / own variance) without what that explains. */
function sweep(from: Float64Array, to: Float64Array, size: number, factor: number): void {
  for (let i = 1; i < size; i += 1) {
    const share = (from[i] as number) * factor;
    for (let j = 1; j < size; j += 1)
      to[(i - 1) * (size - 1) + j - 1] =
        (from[i * size + j] as number) - share * (from[j] as number);
  }
}
