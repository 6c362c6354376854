import { type Difference, intervalDifference } from "@/lib/metrics";
import type { Scene } from "../scene";
import type { Figure, Measure } from "./measure";

export type Compared = Pick<Figure, "value" | "n" | "interval"> | null;

/** A figure as a test takes it; null where there is none or it has no doubt to test by. */
function estimateOf(figure: Compared) {
  if (figure === null || figure.value === null || figure.interval === null) return null;
  const { value, n, interval } = figure;
  return interval.low === interval.high ? null : { value, n, interval };
}

/** Some accounts' figure against that of the others; null where it cannot be told. */
export function differenceOf(
  measure: Measure,
  part: { scene: Scene; figure: Compared },
  rest: { scene: Scene; figure: Compared },
): Difference | null {
  if (part.figure?.value == null || rest.figure?.value == null) return null;
  if (measure.differ) return measure.differ(part.scene, rest.scene);
  const [first, second] = [estimateOf(part.figure), estimateOf(rest.figure)];
  return first === null || second === null ? null : intervalDifference(first, second);
}
