import type { Difference } from "@/lib/metrics";
import { realFindings } from "../real-findings";

/** What a test said of some accounts against all the others; null where none was made. */
export type Differs = "above" | "below" | "notReal" | null;

/** One test each, corrected for how many there are. */
export function differsOf(tests: readonly (Difference | null)[]): Differs[] {
  const real = realFindings(tests.map((test) => test?.pValue ?? null));
  return tests.map((test, at) => {
    const isReal = real[at] ?? null;
    if (isReal === null || test === null || test.value === null) return null;
    if (!isReal) return "notReal";
    return test.value > 0 ? "above" : "below";
  });
}
