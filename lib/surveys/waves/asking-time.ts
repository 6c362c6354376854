import { quietRanges } from "@/lib/facts/quiet-weeks";
import { addDays, dateIn, dayNumber, instantOf, timeIn } from "@/lib/format/calendar";
import type { AskingSettings } from "@/lib/workspaces/asking-settings";

export type AskingHours = Pick<
  AskingSettings,
  "keepsWorkingHours" | "workingHours" | "quietWeeks"
> & {
  timeZone: string;
  /** Of the account; null where it is not known. */
  country: string | null;
};

/** The longest quiet time is five weeks; beyond this no day would ever come. */
const LOOK_AHEAD_DAYS = 60;
const THURSDAY = 4;
const ALL_DAY = { from: "00:00", until: "24:00" };

/** Monday is 1, Sunday is 7. */
export function weekday(iso: string): number {
  return ((dayNumber(iso) + THURSDAY - 1) % 7) + 1;
}

/** Whether nobody is written to on this day: a weekend, or the country stands still. */
export function isQuietDay(
  iso: string,
  { country, quietWeeks, keepsWorkingHours }: Omit<AskingHours, "timeZone" | "workingHours">,
): boolean {
  if (keepsWorkingHours && weekday(iso) > 5) return true;
  if (!quietWeeks) return false;
  const day = dayNumber(iso);
  const year = Number(iso.slice(0, 4));
  return quietRanges(country, year - 1, year).some(
    ({ fromDay, untilDay }) => day >= fromDay && day < untilDay,
  );
}

/** The first moment from `from` on at which a mail to this place may leave. */
export function nextAskingTime(from: Date, place: AskingHours): Date {
  const { timeZone } = place;
  const hours = place.keepsWorkingHours ? place.workingHours : ALL_DAY;
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
