// Business dates are 'YYYY-MM-DD' strings, day numbers (days since 1970-01-01) or month numbers
// (year * 12 + month - 1). Date objects stay at the database's edge.

const MS_PER_DAY = 86_400_000;

/** 'YYYY-MM-DD' of a `date` column. */
export function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The value a `date` column takes. */
export function dateColumn(iso: string): Date {
  return new Date(`${iso}T00:00:00.000Z`);
}

export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00.000Z`) / MS_PER_DAY);
}

export function isoOfDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

/** First day of a month number. */
export function isoOfMonth(month: number): string {
  const year = Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

export function addDays(iso: string, days: number): string {
  return isoOfDay(dayNumber(iso) + days);
}

// Making one takes as long as a query of the database, and there are few time zones.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in a time zone. */
export function dateIn(timeZone: string, instant: Date): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    dayFormats.set(timeZone, format);
  }
  return format.format(instant);
}

const ISO_DATE = /^((?:19|[2-8]\d)\d{2})-(\d{2})-(\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * A day of the calendar from 1900 to 8999. What lies outside is a slip of the hand, and at the ends of
 * the four digits neither the database nor our arithmetic keeps the form.
 */
export function isIsoDate(text: string): boolean {
  const found = ISO_DATE.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0));
}

const timeFormats = new Map<string, Intl.DateTimeFormat>();

/** The time on the wall at an instant, "08:05". */
export function timeIn(timeZone: string, instant: Date): string {
  let format = timeFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, timeStyle: "short" });
    timeFormats.set(timeZone, format);
  }
  return format.format(instant);
}

/** The instant at which a time zone's wall shows a day and a time; where a clock skips it, just after. */
export function instantOf(timeZone: string, iso: string, time: string): Date {
  const wanted = Date.parse(`${iso}T${time}:00.000Z`);
  let guess = wanted;
  // Twice, because the first correction may cross the change to or from summer time.
  for (let round = 0; round < 2; round += 1) {
    const at = new Date(guess);
    const shown = Date.parse(`${dateIn(timeZone, at)}T${timeIn(timeZone, at)}:00.000Z`);
    guess += wanted - shown;
  }
  return new Date(guess);
}
