/** Correlations between columns (rows of equal length); null where a column does not vary. */
export function correlationMatrix(rows: readonly (readonly number[])[]): number[][] | null {
  const n = rows.length;
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) => {
    const values = rows.map((row) => row[j] as number);
    const mean = values.reduce((a, b) => a + b, 0) / n;
    const centred = values.map((value) => value - mean);
    const length = Math.hypot(...centred);
    return length < 1e-12 ? null : centred.map((value) => value / length);
  });
  if (columns.includes(null)) return null;
  return columns.map((a) =>
    columns.map((b) => (a as number[]).reduce((total, x, i) => total + x * (b?.[i] ?? 0), 0)),
  );
}

/** Eigenvalues and orthonormal eigenvectors (as columns) of a symmetric matrix, by Jacobi rotations. */
export function symmetricEigen(matrix: readonly (readonly number[])[]) {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 100; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) off += at(a, p, q) ** 2;
    if (off < 1e-22) break;
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(a, vectors, p, q);
  }
  return { values: a.map((row, i) => row[i] as number), vectors };
}

function at(matrix: number[][], i: number, j: number): number {
  return (matrix[i] as number[])[j] as number;
}

function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  if (Math.abs(at(a, p, q)) < 1e-300) return;
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * at(a, p, q));
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (row: number[]) => {
    const [x, y] = [row[p] as number, row[q] as number];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  for (const row of a) turn(row);
  const [rowP, rowQ] = [a[p] as number[], a[q] as number[]];
  for (let k = 0; k < rowP.length; k += 1) {
    const [x, y] = [rowP[k] as number, rowQ[k] as number];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  for (const row of vectors) turn(row);
}
