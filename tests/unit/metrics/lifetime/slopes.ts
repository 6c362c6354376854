import { expect } from "vitest";
import type { Evaluation } from "@/lib/metrics/numeric/minimise";

/** Every slope of a likelihood is what two values on both sides of the place say. */
export function meetsDifferences(
  at: (parameters: readonly number[]) => Evaluation,
  parameters: readonly number[],
): void {
  const { gradient } = at(parameters);
  parameters.forEach((parameter, i) => {
    const width = 1e-5 * parameter;
    const moved = (by: number) => at(parameters.with(i, parameter + by)).value;
    // Twice as far for the error of the first, which falls with the square of the width.
    const near = (moved(width) - moved(-width)) / (2 * width);
    const far = (moved(2 * width) - moved(-2 * width)) / (4 * width);
    const slope = near + (near - far) / 3;
    const miss = Math.abs((gradient[i] as number) - slope);
    expect(miss).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(slope)));
  });
}
