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

  it("walks around places where the function is not a number", () => {
    const [x] = nelderMead(([at = 0]) => (at < 0 ? Number.NaN : (at - 2) ** 2), [5]);
    expect(x).toBeCloseTo(2, 4);
  });
});
