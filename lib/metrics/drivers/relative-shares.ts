import { symmetricEigen } from "../numeric/symmetric-eigen";
import { leftOver } from "./explained-sets";

/** Johnson's relative weights from the flat matrix of correlations with the outcome last. */
export function relativeShares(correlations: Float64Array, width: number): number[] {
  const at = (i: number, j: number) => correlations[i * (width + 1) + j] as number;
  const indices = Array.from({ length: width }, (_, i) => i);
  const { values, vectors } = symmetricEigen(indices.map((i) => indices.map((j) => at(i, j))));
  const roots = values.map((value) => (value > leftOver ? Math.sqrt(value) : 0));
  const vector = (i: number, k: number) => (vectors[i] as number[])[k] as number;
  // On the eigenvectors; directions without variance carry nothing.
  const onVectors = indices.map((k) => {
    const root = roots[k] as number;
    const along = indices.reduce((total, i) => total + vector(i, k) * at(i, width), 0);
    return root === 0 ? 0 : along / root;
  });
  const slopes = indices.map((i) =>
    indices.reduce((total, k) => total + vector(i, k) * (onVectors[k] as number), 0),
  );
  return indices.map((i) =>
    indices.reduce((share, j) => {
      const loading = indices.reduce(
        (total, k) => total + vector(i, k) * (roots[k] as number) * vector(j, k),
        0,
      );
      return share + loading ** 2 * (slopes[j] as number) ** 2;
    }, 0),
  );
}
