import { describe, expect, it } from "vitest";
import { minimise, type Objective } from "@/lib/metrics/numeric/minimise";
import { nelderMead } from "@/lib/metrics/numeric/nelder-mead";

/** Rosenbrock's valley: 0 at (1, 1), curved and a hundred times steeper across than along. */
const valley: Objective = ([x = 0, y = 0]) => ({
  value: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
  gradient: [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
});

describe("minimising by slopes", () => {
  it("finds the bottom of a curved valley from either side", () => {
    for (const start of [
      [-1.2, 1],
      [3, -2],
      [0, 0],
    ]) {
      const found = minimise(valley, start);
      expect(found).toMatchObject({ isConverged: true, method: "bfgs" });
      expect(found.value).toBeLessThan(1e-14);
      for (const x of found.point) expect(x).toBeCloseTo(1, 6);
      expect(found.iterations).toBeLessThan(80);
    }
  });

  it("finds the bottom of a stretched bowl in a few steps, and stands still on it", () => {
    const bowl: Objective = ([x = 0, y = 0, z = 0]) => ({
      value: (x - 2) ** 2 + 50 * (y + 1) ** 2 + 0.01 * (z - 5) ** 2,
      gradient: [2 * (x - 2), 100 * (y + 1), 0.02 * (z - 5)],
    });
    const found = minimise(bowl, [0, 0, 0]);
    expect(found.point[0]).toBeCloseTo(2, 5);
    expect(found.point[1]).toBeCloseTo(-1, 5);
    expect(found.point[2]).toBeCloseTo(5, 4);
    expect(minimise(bowl, [2, -1, 5])).toMatchObject({ iterations: 0, isConverged: true });
  });

  it("comes back from where the function is not a number", () => {
    const guarded: Objective = ([x = 0]) =>
      x > 1
        ? { value: Number.NaN, gradient: [Number.NaN] }
        : { value: x * x - x, gradient: [2 * x - 1] };
    const found = minimise(guarded, [-3]);
    expect(found).toMatchObject({ isConverged: true, method: "bfgs" });
    expect(found.point[0]).toBeCloseTo(0.5, 6);
  });

  it("falls back on the simplex where the slopes lead nowhere, and says so", () => {
    const lying: Objective = ([x = 0, y = 0]) => {
      const near = Math.hypot(x - 3, y + 2) < 0.3;
      const value = (x - 3) ** 2 + (y + 2) ** 2;
      return { value, gradient: near ? [2 * (x - 3), 2 * (y + 2)] : [-2 * (x - 3), -2 * (y + 2)] };
    };
    const found = minimise(lying, [0, 0]);
    expect(found).toMatchObject({ isConverged: true, method: "nelderMead" });
    expect(found.point[0]).toBeCloseTo(3, 5);
    expect(found.point[1]).toBeCloseTo(-2, 5);
  });

  it("never moves a variable by more than 3 in one step, however steep it is", () => {
    const seen: number[] = [];
    const steep: Objective = ([x = 0]) => {
      seen.push(x);
      return { value: Math.exp(x) - x, gradient: [Math.exp(x) - 1] };
    };
    const found = minimise(steep, [30]);
    expect(found.point[0]).toBeCloseTo(0, 6);
    expect(seen[1]).toBe(27);
    const moves = seen.slice(1).map((x, i) => Math.abs(x - (seen[i] as number)));
    expect(Math.max(...moves)).toBeLessThanOrEqual(3);
    expect(seen.length).toBeLessThan(60);
  });

  it("takes longer steps where the slope does not change, up to that length", () => {
    const seen: number[] = [];
    const far: Objective = ([x = 0]) => {
      seen.push(x);
      return { value: Math.hypot(x - 40, 1), gradient: [(x - 40) / Math.hypot(x - 40, 1)] };
    };
    const found = minimise(far, [0]);
    expect(found.method).toBe("bfgs");
    expect(found.point[0]).toBeCloseTo(40, 5);
    expect(seen.slice(0, 4).map(Math.round)).toEqual([0, 1, 2, 3]);
    expect(found.iterations).toBeLessThan(25);
  });

  it("halves a step that does not lower the value, also one that leaves it as it was", () => {
    const looks = (steepness: number) => {
      const seen: number[] = [];
      const bowl: Objective = ([x = 0]) => {
        seen.push(x);
        return { value: steepness * x * x, gradient: [2 * steepness * x] };
      };
      expect(minimise(bowl, [1]).method).toBe("bfgs");
      return seen.slice(0, 3);
    };
    expect(looks(1)).toEqual([1, -1, 0]);
    expect(looks(10)).toEqual([1, -2, -0.5]);
  });

  it("moves no variable by more than 3, however flat another is", () => {
    const seen: (readonly number[])[] = [];
    const found = minimise(
      ([x = 0, y = 0]) => {
        seen.push([x, y]);
        return { value: Math.exp(x) - x + (y * y) / 2, gradient: [Math.exp(x) - 1, y] };
      },
      [30, 0.001],
    );
    expect(found.method).toBe("bfgs");
    expect(seen[1]?.[0]).toBeCloseTo(27, 12);
  });

  it("takes as its first guess of the curvature what the first step showed", () => {
    let looks = 0;
    const wide: Objective = (point) => {
      looks += 1;
      return {
        value: point.reduce((sum, x, i) => sum + ((i + 1) * (x - i) ** 2) / 2000, 0),
        gradient: point.map((x, i) => ((i + 1) * (x - i)) / 1000),
      };
    };
    expect(minimise(wide, [9, 9, 9, 9])).toMatchObject({ isConverged: true, method: "bfgs" });
    // 42 with none.
    expect(looks).toBeLessThan(25);
  });

  it("does not call a slope without end a minimum, and walks on to the last of its steps", () => {
    const endless: Objective = ([x = 0]) => ({ value: -x, gradient: [-1] });
    expect(minimise(endless, [0])).toMatchObject({ isConverged: false, iterations: 200 });
  });
});

/** The points that are looked at first, from (0, 0), when the looks bring these values one after the other. */
function lookedAt(values: readonly number[]): number[][] {
  const seen: number[][] = [];
  nelderMead(
    (point) => {
      seen.push([...point]);
      return values[seen.length - 1] ?? 100;
    },
    [0, 0],
  );
  return seen.slice(0, values.length + 1);
}

describe("the rules of Nelder and Mead", () => {
  // (0, 0) is worth 2, (.5, 0) is the best with 1, (0, .5) the worst with 3: reflected to (.5, -.5).
  const begin = [2, 1, 3];
  const after = (...values: number[]) => lookedAt([...begin, ...values]).slice(3);

  it("begin with a step along each variable, and mirror the worst at the middle of the others", () => {
    expect(lookedAt(begin)).toEqual([
      [0, 0],
      [0.5, 0],
      [0, 0.5],
      [0.5, -0.5],
    ]);
  });

  it("go twice as far where that is the best so far, and keep the better of the two", () => {
    expect(after(0.5, 0.1)).toEqual([
      [0.5, -0.5],
      [0.75, -1],
      [1.25, -1],
    ]);
    for (const noBetter of [0.5, 0.7])
      expect(after(0.5, noBetter).slice(1)).toEqual([
        [0.75, -1],
        [1, -0.5],
      ]);
  });

  it("keep a mirrored one that is neither the best nor as bad as the second worst", () => {
    for (const between of [1, 1.5]) expect(after(between)[1]).toEqual([1, -0.5]);
    expect(after(2)[1]).toEqual([0.375, -0.25]);
  });

  it("go half as far where it is bad, and half way back where it is no better than the worst", () => {
    expect(after(2.5, 1.8).slice(1)).toEqual([
      [0.375, -0.25],
      [0.875, -0.25],
    ]);
    for (const noBetter of [3, 4]) expect(after(noBetter)[1]).toEqual([0.125, 0.25]);
    expect(after(4, 2.9).slice(1)).toEqual([
      [0.125, 0.25],
      [0.375, -0.25],
    ]);
  });

  it("draw all towards the best where neither helps", () => {
    const shrunk = [
      [0.25, 0],
      [0.25, 0.25],
    ];
    for (const [mirrored, contracted] of [
      [2.5, 2.5],
      [2.5, 2.8],
      [4, 3],
      [4, 3.5],
    ] as const)
      expect(after(mirrored, contracted, 1.5).slice(2)).toEqual(shrunk);
  });

  it("end where all are worth the same, or after 75 steps a variable and round", () => {
    let looks = 0;
    nelderMead(() => {
      looks += 1;
      return 0;
    }, [4, 4]);
    expect(looks).toBe(1 + 2 + 2);
    looks = 0;
    nelderMead(() => {
      looks += 1;
      return -looks;
    }, [0]);
    expect(looks).toBe(1 + 2 * (1 + 2 * 75));
  });
});

describe("minimising by a simplex", () => {
  it("finds the bottom of the same valley without slopes", () => {
    const [x, y] = nelderMead((point) => valley(point).value, [-1.2, 1]);
    expect(x).toBeCloseTo(1, 4);
    expect(y).toBeCloseTo(1, 4);
  });

  it("needs few looks for a bowl of four variables, from any corner", () => {
    for (const start of [
      [0, 0, 0, 0],
      [3, -3, 3, -3],
    ]) {
      let looks = 0;
      const point = nelderMead((at) => {
        looks += 1;
        return at.reduce((total, x, i) => total + (i + 1) * (x - i) ** 2, 5);
      }, start);
      point.forEach((x, i) => {
        expect(x).toBeCloseTo(i, 5);
      });
      expect(looks).toBeLessThan(700);
    }
  });

  it("shrinks into a kink, where nothing but shrinking helps", () => {
    let looks = 0;
    const [x, y] = nelderMead(
      ([a = 0, b = 0]) => {
        looks += 1;
        return Math.max(Math.abs(a - 1), Math.abs(b + 2)) + 1;
      },
      [4, 4],
    );
    expect(x).toBeCloseTo(1, 5);
    expect(y).toBeCloseTo(-2, 5);
    expect(looks).toBeLessThan(600);
  });

  it("walks around places where the function is not a number", () => {
    const [x] = nelderMead(([at = 0]) => (at < 0 ? Number.NaN : (at - 2) ** 2), [5]);
    expect(x).toBeCloseTo(2, 4);
  });
});
