/** Gauss's 2F1(a, b; c; z) for 0 <= z < 1 by its series; near 1 after Euler's transformation. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  const isFaster = a + b > c && z > 0.5;
  if (isFaster) return (1 - z) ** (c - a - b) * series(c - a, c - b, c, z);
  return series(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let total = 1;
  for (let k = 0; k < 100_000; k += 1) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    total += term;
    if (Math.abs(term) < Math.abs(total) * 1e-13) break;
  }
  return total;
}
