import { dayNumber, isoOfDay } from "@/lib/format/calendar";
import { shiftMonths } from "@/lib/metrics";

/** The same day some months away; the last day of a month stays the last day. */
export function addMonths(iso: string, months: number): string {
  return isoOfDay(shiftMonths(dayNumber(iso), months));
}
