/** Swiss fertility and five indicators, 47 provinces, 1888: Mosteller & Tukey (1977), in R as `swiss`. */
const swissText = `
80.2,17,15,12,9.96,22.2 83.1,45.1,6,9,84.84,22.2 92.5,39.7,5,5,93.4,20.2 85.8,36.5,12,7,33.77,20.3
76.9,43.5,17,15,5.16,20.6 76.1,35.3,9,7,90.57,26.6 83.8,70.2,16,7,92.85,23.6 92.4,67.8,14,8,97.16,24.9
82.4,53.3,12,7,97.67,21 82.9,45.2,16,13,91.38,24.4 87.1,64.5,14,6,98.61,24.5 64.1,62,21,12,8.52,16.5
66.9,67.5,14,7,2.27,19.1 68.9,60.7,19,12,4.43,22.7 61.7,69.3,22,5,2.82,18.7 68.3,72.6,18,2,24.2,21.2
71.7,34,17,8,3.3,20 55.7,19.4,26,28,12.11,20.2 54.3,15.2,31,20,2.15,10.8 65.1,73,19,9,2.84,20
65.5,59.8,22,10,5.23,18 65,55.1,14,3,4.52,22.4 56.6,50.9,22,12,15.14,16.7 57.4,54.1,20,6,4.2,15.3
72.5,71.2,12,1,2.4,21 74.2,58.1,14,8,5.23,23.8 72,63.5,6,3,2.56,18 60.5,60.8,16,10,7.72,16.3
58.3,26.8,25,19,18.46,20.9 65.4,49.5,15,8,6.1,22.5 75.5,85.9,3,2,99.71,15.1 69.3,84.9,7,6,99.68,19.8
77.3,89.7,5,2,100,18.3 70.5,78.2,12,6,98.96,19.4 79.4,64.9,7,3,98.22,20.2 65,75.9,9,9,99.06,17.8
92.2,84.6,3,3,99.46,16.3 79.3,63.1,13,13,96.83,18.1 70.4,38.4,26,12,5.62,20.3 65.7,7.7,29,11,13.79,20.5
72.7,16.7,22,13,11.22,18.9 64.4,17.6,35,32,16.92,23 77.6,37.6,15,7,4.97,20 67.6,18.7,25,7,8.65,19.5
35,1.2,37,53,42.34,18 44.7,46.6,16,29,50.43,18.2 42.8,27.7,22,29,58.33,19.3`;

const provinces = swissText
  .trim()
  .split(/\s+/)
  .map((line) => line.split(",").map(Number));

/** Every province twice: 47 are too few for five drivers, and a second copy changes no share. */
export const swiss = {
  drivers: [...provinces, ...provinces].map((row) => row.slice(1)),
  outcome: [...provinces, ...provinces].map((row) => row[0] as number),
};

/** n values around 0, unrelated to those of every other k: the cosines of Fourier's transform. */
export function wave(k: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => Math.cos((Math.PI * k * (i + 0.5)) / n));
}

/** Rows whose columns correlate exactly as the matrix says. */
export function rowsWithCorrelations(
  matrix: readonly (readonly number[])[],
  n: number,
): number[][] {
  const lower: number[][] = matrix.map(() => []);
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j += 1) {
      const before = (k: number) => (lower[i]?.[k] ?? 0) * (lower[j]?.[k] ?? 0);
      let rest = row[j] as number;
      for (let k = 0; k < j; k += 1) rest -= before(k);
      (lower[i] as number[])[j] = i === j ? Math.sqrt(rest) : rest / (lower[j]?.[j] as number);
    }
  });
  const waves = matrix.map((_, k) => wave(k + 1, n));
  return Array.from({ length: n }, (_, row) =>
    lower.map((own) =>
      own.reduce((total, weight, k) => total + weight * (waves[k]?.[row] ?? 0), 0),
    ),
  );
}

/** R squared of some columns by orthogonal projection, without any equation solved. */
export function explainedBy(
  drivers: readonly (readonly number[])[],
  outcome: readonly number[],
  columns: readonly number[],
): number {
  const centre = (values: readonly number[]) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, i) => total + value * (b[i] as number), 0);
  const y = centre(outcome);
  const basis: number[][] = [];
  for (const column of columns) {
    let left = centre(drivers.map((row) => row[column] as number));
    const length = Math.sqrt(dot(left, left));
    for (const unit of [...basis, ...basis]) {
      const along = dot(left, unit);
      left = left.map((value, i) => value - along * (unit[i] as number));
    }
    const rest = Math.sqrt(dot(left, left));
    if (rest > 1e-6 * length) basis.push(left.map((value) => value / rest));
  }
  return basis.reduce((total, unit) => total + dot(y, unit) ** 2, 0) / dot(y, y);
}

export function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first) =>
    permutations(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}
