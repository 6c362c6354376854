/** Eigenvalues and orthonormal eigenvectors (as columns) of a symmetric matrix, by Jacobi rotations. */
export function symmetricEigen(matrix: readonly (readonly number[])[]) {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  // What counts as nothing depends on the unit the matrix is in.
  const tiny = 1e-30 * a.flat().reduce((total, x) => total + x * x, 0);
  for (let sweep = 0; sweep < 100; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) off += at(a, p, q) ** 2;
    if (off <= tiny) break;
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) rotate(a, vectors, p, q);
  }
  return { values: a.map((row, i) => row[i] as number), vectors };
}

function at(matrix: number[][], i: number, j: number): number {
  return (matrix[i] as number[])[j] as number;
}

function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  if (at(a, p, q) === 0) return;
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
