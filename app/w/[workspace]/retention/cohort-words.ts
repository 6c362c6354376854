import type { CohortLength } from "@/lib/loyalty/retention.types";

/** "2024", "Q3 2024" of the first month of a cohort. */
export function cohortName(from: string, length: CohortLength): string {
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))];
  return length === "year" ? year : `Q${Math.ceil(month / 3)} ${year}`;
}
