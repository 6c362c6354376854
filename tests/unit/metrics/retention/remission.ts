import type { SurvivalRow } from "@/lib/metrics";

function read(text: string): SurvivalRow[] {
  return text
    .split(" ")
    .map((cell) => ({ time: Number.parseInt(cell, 10), event: !cell.endsWith("+") }));
}

/** Weeks of remission in the two arms of Freireich et al. (1963), as tabulated by Gehan (1965); + is censored. */
export const treated = read("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
export const placebo = read("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

/** Accounts of which some entered late; the expected curve is that of R's survival package, 3.5-3. */
export const late: SurvivalRow[] = [
  { entry: 0, time: 5, event: true },
  { entry: 0, time: 10, event: true },
  { entry: 3, time: 9, event: false },
  { entry: 5, time: 12, event: true },
  { entry: 2, time: 7, event: true },
  { entry: 8, time: 15, event: false },
  { entry: 0, time: 3, event: true },
  { entry: 1, time: 8, event: true },
  { entry: 4, time: 8, event: true },
  { entry: 6, time: 14, event: false },
];
