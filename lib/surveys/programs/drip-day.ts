import { createHash } from "node:crypto";
import { addDays } from "@/lib/format/calendar";
import { type AskingHours, isQuietDay, weekday } from "../waves/asking-time";
import { quarterOf } from "../waves/load-account-asks";

const DAYS_A_WEEK = 7;

/** The same number for the same id, evenly spread. */
function spread(id: string, purpose: string): number {
  return createHash("sha256").update(`${purpose}\0${id}`).digest().readUInt32BE(0);
}

function workDays(monday: string, place: Place, from: string, until: string): string[] {
  const days = Array.from({ length: DAYS_A_WEEK }, (_, i) => addDays(monday, i));
  return days.filter(
    (day) => day >= from && day < until && weekday(day) <= 5 && !isQuietDay(day, place),
  );
}

type Place = Pick<AskingHours, "country" | "quietWeeks" | "keepsWorkingHours">;

/**
 * The day of the quarter on which an account is asked: its own week, a working day in it. Begun in
 * the middle of a quarter, the weeks that are left share the accounts. Null where none is left.
 */
export function dripDay(accountId: string, today: string, place: Place): string | null {
  const quarter = quarterOf(today);
  const monday = addDays(today, 1 - weekday(today));
  const weeks: string[][] = [];
  for (let start = monday; start < quarter.until; start = addDays(start, DAYS_A_WEEK)) {
    const days = workDays(start, place, today, quarter.until);
    if (days.length > 0) weeks.push(days);
  }
  const week = weeks[spread(accountId, "week") % Math.max(1, weeks.length)];
  return week?.[spread(accountId, "day") % week.length] ?? null;
}

/** Minutes after the start of work, so that a day's mails do not leave in one second. */
export function minuteOfDay(contactId: string, minutes: number): number {
  return spread(contactId, "minute") % Math.max(1, minutes);
}
