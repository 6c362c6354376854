import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cholesky, inverse } from "@/lib/metrics/numeric/cholesky";
import { solve } from "@/lib/metrics/numeric/solve";
import { symmetricEigen } from "@/lib/metrics/numeric/symmetric-eigen";

/** Hilbert's matrix: its inverse is whole numbers, and it is hard to invert. */
const hilbert = (size: number) =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => 1 / (i + j + 1)));

const entry = fc.double({ min: -10, max: 10, noNaN: true });
const square = (size: number) =>
  fc.array(fc.array(entry, { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  });
const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) =>
  a.map((row) =>
    (b[0] ?? []).map((_, j) => row.reduce((total, x, k) => total + x * (b[k]?.[j] as number), 0)),
  );
/** A A' + 1: symmetric and safely positive definite. */
const definite = (a: readonly (readonly number[])[]) =>
  a.map((row, i) =>
    a.map(
      (other, j) =>
        row.reduce((total, x, k) => total + x * (other[k] as number), 0) + (i === j ? 1 : 0),
    ),
  );

describe("solving equations", () => {
  it("solves a hand-checked system whose first pivot is 0", () => {
    expect(
      solve(
        [
          [0, 2, 1],
          [1, 1, 0],
          [2, 0, 3],
        ],
        [7, 3, 11],
      ),
    ).toEqual([1, 2, 3]);
  });

  it("says null where equations cannot be told apart, whatever their unit", () => {
    for (const unit of [1e-20, 1, 1e20]) {
      const twins = [
        [unit, 2 * unit],
        [2 * unit, 4 * unit],
      ];
      expect(solve(twins, [1, 2])).toBeNull();
      expect(
        solve(
          [
            [unit, 0],
            [0, unit],
          ],
          [unit, 2 * unit],
        ),
      ).toEqual([1, 2]);
    }
    expect(solve([[0]], [1])).toBeNull();
  });

  it("takes the largest pivot, so that a tiny one in front costs no digit", () => {
    expect(
      solve(
        [
          [1e-11, 1],
          [1, 1],
        ],
        [1, 2],
      ),
    ).toEqual([expect.closeTo(1, 10), expect.closeTo(1, 10)]);
  });

  it("tells equations apart by more than the twelfth digit of the largest, a negative one as well", () => {
    const apart = (gap: number, sign: 1 | -1) =>
      solve(
        [
          [sign, sign],
          [sign, sign * (1 + gap)],
        ],
        [0, 0],
      );
    for (const sign of [1, -1] as const) {
      expect(apart(2e-12, sign)).not.toBeNull();
      expect(apart(0.5e-12, sign)).toBeNull();
    }
  });

  it("the solution put in gives the right side", () => {
    fc.assert(
      fc.property(square(4), fc.array(entry, { minLength: 4, maxLength: 4 }), (a, right) => {
        const matrix = definite(a);
        const solution = solve(matrix, right) as number[];
        times(
          matrix,
          solution.map((x) => [x]),
        ).forEach(([value], i) => {
          expect(value).toBeCloseTo(right[i] as number, 8);
        });
      }),
    );
  });
});

describe("positive definite matrices", () => {
  it("the inverse of Hilbert's matrix of 4 is the known one", () => {
    const known = [
      [16, -120, 240, -140],
      [-120, 1200, -2700, 1680],
      [240, -2700, 6480, -4200],
      [-140, 1680, -4200, 2800],
    ];
    const turned = inverse(hilbert(4)) as number[][];
    expect(turned.map((row) => row.length)).toEqual([4, 4, 4, 4]);
    turned.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(known[i]?.[j] as number, 7);
      });
    });
  });

  it("matrix times inverse is the identity, and the inverse is exactly symmetric", () => {
    fc.assert(
      fc.property(square(3), (a) => {
        const matrix = definite(a);
        const turned = inverse(matrix) as number[][];
        times(matrix, turned).forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(i === j ? 1 : 0, 8);
          });
        });
        for (const [i, j] of [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const)
          expect(turned[i]?.[j]).toBe(turned[j]?.[i]);
      }),
    );
  });

  it("a matrix with a flat or falling direction has none", () => {
    const flat = [
      [1, 1],
      [1, 1],
    ];
    const falling = [
      [1, 2],
      [2, 1],
    ];
    expect([cholesky(flat), inverse(flat), inverse(falling), inverse([[-1]])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(
      cholesky([
        [4, 2],
        [2, 2],
      ]),
    ).toEqual([
      [2, 0],
      [1, 1],
    ]);
  });
});

describe("how flat is flat", () => {
  it("is a rest of a millionth of a millionth of what the variable varies, in any unit", () => {
    for (const unit of [1e-20, 1, 1e20]) {
      const nearly = (gap: number) => [
        [unit, unit],
        [unit, unit * (1 + gap)],
      ];
      expect(cholesky(nearly(2e-12))).not.toBeNull();
      expect(inverse(nearly(2e-12))).not.toBeNull();
      expect(cholesky(nearly(0.5e-12))).toBeNull();
      expect(inverse(nearly(0.5e-12))).toBeNull();
    }
  });
});

describe("eigenvalues of a symmetric matrix", () => {
  it("are 1 and 3 for (2 1; 1 2)", () => {
    const { values } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    const [low, high] = values.toSorted((a, b) => a - b);
    expect(low).toBeCloseTo(1, 14);
    expect(high).toBeCloseTo(3, 14);
  });

  it("the smallest of Hilbert's matrix of 4 is the known .0000967", () => {
    const { values } = symmetricEigen(hilbert(4));
    expect(Math.min(...values)).toBeCloseTo(0.0000967023040226, 13);
    expect(Math.max(...values)).toBeCloseTo(1.50021428005924, 13);
  });

  it("do not mind the unit the matrix is in, and are its diagonal where that is all", () => {
    for (const unit of [1e-20, 1e20]) {
      const { values } = symmetricEigen([
        [2 * unit, unit],
        [unit, 2 * unit],
      ]);
      expect(Math.max(...values) / unit).toBeCloseTo(3, 12);
      expect(Math.min(...values) / unit).toBeCloseTo(1, 12);
    }
    expect(symmetricEigen([[5]])).toEqual({ values: [5], vectors: [[1]] });
    const diagonal = symmetricEigen([
      [7, 0],
      [0, -2],
    ]);
    expect(diagonal.values).toEqual([7, -2]);
  });

  it("with their vectors they make the matrix again", () => {
    fc.assert(
      fc.property(square(4), (a) => {
        const matrix = definite(a);
        const { values, vectors } = symmetricEigen(matrix);
        const scaled = vectors.map((row) => row.map((x, k) => x * (values[k] as number)));
        const turned = vectors.map((_, j) => vectors.map((row) => row[j] as number));
        times(scaled, turned).forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(matrix[i]?.[j] as number, 8);
          });
        });
      }),
    );
  });
});
