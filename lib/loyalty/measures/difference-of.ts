import { type Difference, type Interval, intervalDifference } from "@/lib/metrics";
import type { Scene } from "../scene";
import type { Measure } from "./measure";

export type Compared = {
  value: number | null;
  n: number;
  interval?: Interval | null;
} | null;

/** A figure as a test takes it; null where there is none or it has no doubt to test by. */
function estimateOf(figure: Compared) {
  if (figure === null || figure.value === null || !figure.interval) return null;
  const { value, n, interval } = figure;
  return interval.low === interval.high ? null : { value, n, interval };
}

/** Two figures of accounts that have nothing in common; null where one has no doubt to test by. */
export function figuresDiffer(own: Compared, others: Compared): Difference | null {
  const [first, second] = [estimateOf(own), estimateOf(others)];
  return first === null || second === null ? null : intervalDifference(first, second);
}

/** Some accounts' figure against that of the others; null where it cannot be told. */
export function differenceOf(
  measure: Measure,
  part: { scene: Scene; figure: Compared },
  rest: { scene: Scene; figure: Compared },
): Difference | null {
  if (part.figure?.value == null || rest.figure?.value == null) return null;
  if (measure.differ) return measure.differ(part.scene, rest.scene);
  return figuresDiffer(part.figure, rest.figure);
}
