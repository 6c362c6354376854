import { nelderMead } from "./nelder-mead";

/** A function of several variables and its slope in each. */
export type Evaluation = { readonly value: number; readonly gradient: readonly number[] };
export type Objective = (point: readonly number[]) => Evaluation;

export type Minimum = Evaluation & {
  readonly point: readonly number[];
  readonly iterations: number;
  readonly isConverged: boolean;
  readonly method: "bfgs" | "nelderMead";
};

const mostIterations = 100;
/** No step changes a variable by more: the variables here are logs, and a factor of 20 is far. */
const longestStep = 3;
/** Half the drop that a step to the model's minimum promises; below the first the search ends. */
const settled = 1e-15;
const nearlySettled = 1e-9;

/** Smallest value from a start, by the slopes (BFGS), or where those lead nowhere by a simplex first. */
export function minimise(objective: Objective, start: readonly number[]): Minimum {
  const direct = bfgs(objective, start);
  if (direct.isConverged) return direct;
  const coarse = nelderMead((point) => objective(point).value, direct.point);
  const again = bfgs(objective, coarse);
  return { ...again, iterations: direct.iterations + again.iterations, method: "nelderMead" };
}

type Search = Evaluation & { readonly point: readonly number[] };

function bfgs(objective: Objective, start: readonly number[]): Minimum {
  let here: Search = { point: start, ...objective(start) };
  let shape = identity(start.length);
  let promise = Number.POSITIVE_INFINITY;
  let iterations = 0;
  for (; iterations < mostIterations; iterations += 1) {
    const direction = shape.map((row) => -dot(row, here.gradient));
    promise = -dot(direction, here.gradient);
    if (!(promise > settled)) break;
    const next = walk(objective, here, direction, -promise);
    if (next === null) break;
    shape = reshape(shape, here, next, iterations === 0);
    here = next;
  }
  return { ...here, iterations, isConverged: promise < nearlySettled, method: "bfgs" };
}

/** A step along the direction that lowers the value enough and flattens the slope (weak Wolfe). */
function walk(
  objective: Objective,
  from: Search,
  direction: readonly number[],
  slope: number,
): Search | null {
  const longest = longestStep / largest(direction);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let length = Math.min(1, longest);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const point = from.point.map((x, i) => x + length * (direction[i] as number));
    const there = objective(point);
    if (!(there.value <= from.value + 1e-4 * length * slope)) high = length;
    else if (dot(there.gradient, direction) < 0.9 * slope && length < longest) low = length;
    else return { point, ...there };
    length = high < Number.POSITIVE_INFINITY ? (low + high) / 2 : Math.min(2 * low, longest);
  }
  return null;
}

/** The usual update of the inverse curvature from what one step showed. */
function reshape(shape: number[][], from: Search, to: Search, isFirst: boolean): number[][] {
  const step = to.point.map((x, i) => x - (from.point[i] as number));
  const bend = to.gradient.map((x, i) => x - (from.gradient[i] as number));
  const curvature = dot(step, bend);
  if (!(curvature > 0)) return shape;
  const scale = isFirst ? curvature / dot(bend, bend) : 1;
  const scaled = shape.map((row) => row.map((x) => x * scale));
  const moved = scaled.map((row) => dot(row, bend));
  const factor = (1 + dot(bend, moved) / curvature) / curvature;
  return scaled.map((row, i) =>
    row.map((x, j) => {
      const [si, sj] = [step[i] as number, step[j] as number];
      const cross = (moved[i] as number) * sj + si * (moved[j] as number);
      return x + factor * si * sj - cross / curvature;
    }),
  );
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)),
  );
}

export function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] as number) * (b[i] as number);
  return total;
}

function largest(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}
