import { type Interval, interval, z95 } from "../core/result";
import { inverse } from "../numeric/cholesky";
import { dot, type Evaluation, type Minimum, minimise } from "../numeric/minimise";

export type FitTrouble =
  | "noCustomers"
  | "tooFewCustomers"
  | "noRepeatOrders"
  | "tooFewRenewals"
  | "nobodyLeft"
  | "alikeCustomers"
  /** The data say next to nothing about a parameter: its interval spans a factor of a hundred thousand. */
  | "flatLikelihood"
  | "noMaximum";

/** Parameters that maximise a likelihood, with their doubt and how they were found. */
export type Fitted<Name extends string> = Readonly<Record<Name, number>> & {
  readonly logLikelihood: number;
  /** From the curvature at the maximum, carried from the log of a parameter to the parameter. */
  readonly standardErrors: Readonly<Record<Name, number>>;
  /** 95 %, even on the log scale: a parameter is above 0 and its doubt is lopsided. */
  readonly intervals: Readonly<Record<Name, Interval>>;
  /** Of the logs of the parameters, in the order in which the model names them. */
  readonly logCovariance: readonly (readonly number[])[];
  readonly convergence: Convergence;
  readonly n: number;
  readonly reason: null;
};

export type Convergence = {
  readonly method: Minimum["method"];
  readonly iterations: number;
  /** Steepest slope left at the maximum, of the log-likelihood by the log of a parameter. */
  readonly slope: number;
};

export type Unfitted = {
  readonly n: number;
  readonly reason: "noData" | "tooFewRenewals" | "notIdentified" | "notConverged";
  readonly because: FitTrouble;
};

/** A purchase model is not told from luck by fewer. */
export const fewestCustomers = 100;

export function unfitted(n: number, because: FitTrouble): Unfitted {
  return { n, reason: reasonOf(because), because };
}

function reasonOf(because: FitTrouble): Unfitted["reason"] {
  if (because === "noCustomers") return "noData";
  if (because === "tooFewRenewals") return "tooFewRenewals";
  return because === "noMaximum" ? "notConverged" : "notIdentified";
}

export type Likelihood<Name extends string> = {
  readonly names: readonly Name[];
  /** Customers behind the likelihood. */
  readonly n: number;
  /** Places to search from, one value per parameter; the next is tried where one leads nowhere. */
  readonly starts: readonly (readonly number[])[];
  /** Log-likelihood and its slope at parameters above 0. */
  readonly at: (parameters: readonly number[]) => Evaluation;
};

const widestLogError = 3;

/** One skeleton for every model: climb on the logs of the parameters, read the doubt off the curvature. */
export function maximiseLikelihood<Name extends string>(
  model: Likelihood<Name>,
): Fitted<Name> | Unfitted {
  // Per customer, so that twice as many of the same customers lead the same way.
  const objective = (logs: readonly number[]): Evaluation => {
    const parameters = logs.map(Math.exp);
    const { value, gradient } = model.at(parameters);
    return {
      value: -value / model.n,
      gradient: gradient.map((slope, i) => (-slope * (parameters[i] as number)) / model.n),
    };
  };
  let trouble: FitTrouble = "noMaximum";
  for (const start of model.starts) {
    const found = minimise(objective, start.map(Math.log));
    if (!found.isConverged) continue;
    const settled = settle(objective, found);
    if (settled !== null) return report(model, settled);
    trouble = "flatLikelihood";
  }
  return unfitted(model.n, trouble);
}

type Settled = Minimum & { readonly spread: readonly (readonly number[])[] };

/** Newton's last steps; null where the curvature does not tell the parameters apart. */
function settle(
  objective: (logs: readonly number[]) => Evaluation,
  found: Minimum,
): Settled | null {
  const spread = inverse(curvature(objective, found.point));
  if (spread === null) return null;
  let best = found;
  for (let step = 0; step < 2; step += 1) {
    const point = best.point.map((x, i) => x - dot(spread[i] ?? [], best.gradient));
    const next = { ...best, point, ...objective(point) };
    if (steepest(next.gradient) < steepest(best.gradient)) best = next;
  }
  return { ...best, spread };
}

/** Second differences of the value, as central differences of its exact slopes. */
function curvature(
  objective: (logs: readonly number[]) => Evaluation,
  point: readonly number[],
): number[][] {
  const width = 1e-4;
  const moved = (at: number, by: number) =>
    objective(point.map((x, i) => (i === at ? x + by : x))).gradient;
  const raw = point.map((_, i) => {
    const [up, down] = [moved(i, width), moved(i, -width)];
    return up.map((slope, j) => (slope - (down[j] as number)) / (2 * width));
  });
  return raw.map((row, i) => row.map((value, j) => (value + (raw[j]?.[i] as number)) / 2));
}

function report<Name extends string>(
  { names, n }: Likelihood<Name>,
  { point, value, gradient, iterations, method, spread }: Settled,
): Fitted<Name> | Unfitted {
  const logCovariance = spread.map((row) => row.map((x) => x / n));
  const logErrors = logCovariance.map((row, i) => Math.sqrt(row[i] as number));
  if (Math.max(...logErrors) > widestLogError) return unfitted(n, "flatLikelihood");
  const named = <T>(read: (log: number, error: number) => T) =>
    Object.fromEntries(
      names.map((name, i) => [name, read(point[i] as number, logErrors[i] as number)]),
    ) as Record<Name, T>;
  return {
    ...named((log) => Math.exp(log)),
    logLikelihood: -value * n,
    standardErrors: named((log, error) => Math.exp(log) * error),
    intervals: named((log, error) =>
      interval("logWald", Math.exp(log - z95 * error), Math.exp(log + z95 * error), { n }),
    ),
    logCovariance,
    convergence: { method, iterations, slope: steepest(gradient) * n },
    n,
    reason: null,
  };
}

function steepest(gradient: readonly number[]): number {
  return Math.max(...gradient.map(Math.abs));
}
