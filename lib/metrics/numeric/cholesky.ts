type Matrix = readonly (readonly number[])[];

/** The lower triangle L with L L' = matrix; null where the matrix is not safely positive definite. */
export function cholesky(matrix: Matrix): number[][] | null {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < lower.length; i += 1) {
    const row = lower[i] as number[];
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] as number[];
      let rest = matrix[i]?.[j] as number;
      for (let k = 0; k < j; k += 1) rest -= (row[k] as number) * (other[k] as number);
      if (j < i) row[j] = rest / (other[j] as number);
      else if (rest > 1e-12 * (matrix[i]?.[i] as number)) row[i] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}

/** Inverse of a symmetric positive definite matrix; null where it is not safely so. */
export function inverse(matrix: Matrix): number[][] | null {
  const lower = cholesky(matrix);
  if (lower === null) return null;
  const columns = matrix.map((_, at) => backward(lower, forward(lower, at)));
  // Both halves come from different columns: their mean is exactly symmetric.
  return columns.map((column, i) =>
    column.map((value, j) => (value + (columns[j]?.[i] as number)) / 2),
  );
}

/** Solves L y = unit vector. */
function forward(lower: Matrix, at: number): number[] {
  const y: number[] = [];
  lower.forEach((row, i) => {
    let rest = i === at ? 1 : 0;
    for (let k = 0; k < i; k += 1) rest -= (row[k] as number) * (y[k] as number);
    y.push(rest / (row[i] as number));
  });
  return y;
}

/** Solves L' x = y. */
function backward(lower: Matrix, y: readonly number[]): number[] {
  const x = [...y];
  for (let i = y.length - 1; i >= 0; i -= 1) {
    let rest = y[i] as number;
    for (let k = i + 1; k < y.length; k += 1) rest -= (lower[k]?.[i] as number) * (x[k] as number);
    x[i] = rest / (lower[i]?.[i] as number);
  }
  return x;
}
