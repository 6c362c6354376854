const PAUSE_HOURS = 8;
const HOUR_MS = 3_600_000;

export type VisitRow = { visitedAt: Date; sinceAt: Date | null };

/** Whoever comes back after a night begins a new visit; coming and going within a day is one. */
export function isNewVisit({ visitedAt }: VisitRow, now: Date): boolean {
  return now.getTime() - visitedAt.getTime() >= PAUSE_HOURS * HOUR_MS;
}

/** When the visit before this one ended; null on a first one. */
export function lastVisitAt(row: VisitRow | null, now: Date): Date | null {
  if (row === null) return null;
  return isNewVisit(row, now) ? row.visitedAt : row.sinceAt;
}
