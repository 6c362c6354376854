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
    expect(minimise(guarded, [-3]).point[0]).toBeCloseTo(0.5, 6);
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
    expect(found.point[0]).toBeCloseTo(40, 5);
    expect(seen.slice(0, 4).map(Math.round)).toEqual([0, 1, 2, 3]);
    expect(found.iterations).toBeLessThan(25);
  });

  it("does not call a slope without end a minimum", () => {
    const endless: Objective = ([x = 0]) => ({ value: -x, gradient: [-1] });
    expect(minimise(endless, [0]).isConverged).toBe(false);
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
