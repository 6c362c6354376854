import { quietRanges } from "@/lib/facts/quiet-weeks";
import { addDays, dateIn, dayNumber, instantOf, timeIn } from "@/lib/format/calendar";

export type AskingHours = {
  timeZone: string;
  /** Of the account; null where it is not known. */
  country: string | null;
  /** Local times such as "08:00"; a mail leaves from the first on and before the second. */
  hours: { from: string; until: string };
  quietWeeks: boolean;
};

/** The longest quiet time is five weeks; beyond this no day would ever come. */
const LOOK_AHEAD_DAYS = 60;
const THURSDAY = 4;

/** Monday is 1, Sunday is 7. */
export function weekday(iso: string): number {
  return ((dayNumber(iso) + THURSDAY - 1) % 7) + 1;
}

/** Whether nobody is written to on this day: a weekend, or the country stands still. */
export function isQuietDay(
  iso: string,
  { country, quietWeeks }: Pick<AskingHours, "country" | "quietWeeks">,
): boolean {
  if (weekday(iso) > 5) return true;
  if (!quietWeeks) return false;
  const day = dayNumber(iso);
  const year = Number(iso.slice(0, 4));
  return quietRanges(country, year - 1, year).some(
    ({ fromDay, untilDay }) => day >= fromDay && day < untilDay,
  );
}

/** The first moment from `from` on at which a mail to this place may leave. */
export function nextAskingTime(from: Date, place: AskingHours): Date {
  const { timeZone, hours } = place;
  const today = dateIn(timeZone, from);
  const now = timeIn(timeZone, from);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const day = addDays(today, ahead);
    if (isQuietDay(day, place)) continue;
    if (ahead > 0 || now < hours.from) return instantOf(timeZone, day, hours.from);
    if (now < hours.until) return from;
  }
  return from;
}
