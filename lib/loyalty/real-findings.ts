import { benjaminiHochberg } from "@/lib/metrics";

/** Of many tests' p values, which found something, at one rate of false findings for all; null: no test. */
export function realFindings(pValues: readonly (number | null)[]): (boolean | null)[] {
  const findings = benjaminiHochberg(pValues.filter((p) => p !== null));
  let made = 0;
  return pValues.map((p) => (p === null ? null : (findings[made++]?.isReal ?? null)));
}
