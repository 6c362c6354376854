import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import type { DayRange } from "@/lib/metrics";

// Weeks in which Nordic companies stand still: ISO weeks 28-31 and 20 December to 6 January.
const QUIET_COUNTRIES = new Set(["DK", "SE", "NO", "FI", "IS"]);

function mondayOfIsoWeek(year: number, week: number): number {
  const fourth = dayNumber(`${year}-01-04`);
  // 1970-01-01 was a Thursday: (day + 3) mod 7 counts from Monday.
  const monday = fourth - ((fourth + 3) % 7);
  return monday + (week - 1) * 7;
}

/** The quiet weeks of a country from one year to another, ascending; none where none are known. */
export function quietRanges(
  country: string | null,
  fromYear: number,
  untilYear: number,
): DayRange[] {
  if (country === null || !QUIET_COUNTRIES.has(country)) return [];
  const ranges: DayRange[] = [];
  for (let year = fromYear; year <= untilYear; year += 1) {
    ranges.push(
      { fromDay: mondayOfIsoWeek(year, 28), untilDay: mondayOfIsoWeek(year, 32) },
      { fromDay: dayNumber(`${year}-12-20`), untilDay: dayNumber(`${year + 1}-01-07`) },
    );
  }
  return ranges;
}

const known = new Map<string, DayRange[]>();

function yearOf(day: number): number {
  return Number(isoOfDay(day).slice(0, 4));
}

/** From the first order to a day; one list for all accounts of a country and a span of years. */
export function quietRangesBetween(
  country: string | null,
  fromDay: number | undefined,
  toDay: number,
): DayRange[] {
  if (fromDay === undefined) return [];
  const [from, to] = [yearOf(fromDay), yearOf(toDay)];
  const key = `${country} ${from} ${to}`;
  const ranges = known.get(key) ?? quietRanges(country, from, to);
  known.set(key, ranges);
  return ranges;
}
