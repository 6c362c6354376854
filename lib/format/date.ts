import { addDays, dayNumber } from "./calendar";
import { formatWords } from "./words";

type Parts = Pick<Intl.DateTimeFormatOptions, "day" | "month" | "year">;

// As for numbers: made once for a language and the parts that are said.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, { day, month, year }: Parts): Intl.DateTimeFormat {
  const key = `${locale} ${day} ${month} ${year}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { day, month, year, timeZone: "UTC" });
  formats.set(key, format);
  return format;
}

function parts(iso: string, locale: string, options: Parts): string {
  return formatOf(locale, options).format(new Date(`${iso}T00:00:00.000Z`));
}

function monthWord(iso: string, locale: string, month: "short" | "long"): string {
  return parts(iso, locale, { month });
}

/** English puts the day first here, and "Sep", not "Sept"; other languages follow their own order. */
function dayAndMonth(iso: string, locale: string, month: "short" | "long"): string {
  if (!locale.startsWith("en")) return parts(iso, locale, { day: "numeric", month });
  return `${Number(iso.slice(8, 10))} ${monthWord(iso, "en-US", month)}`;
}

/** "15 Oct"; with the year where it is not the year of `asOf`. */
export function formatDay(iso: string, locale: string, asOf?: string): string {
  if (asOf?.slice(0, 4) === iso.slice(0, 4)) return dayAndMonth(iso, locale, "short");
  if (locale.startsWith("en")) return `${dayAndMonth(iso, locale, "short")} ${iso.slice(0, 4)}`;
  return parts(iso, locale, { day: "numeric", month: "short", year: "numeric" });
}

/** "15 October"; with the year where it is not the year of `asOf`. */
export function formatLongDay(iso: string, locale: string, asOf?: string): string {
  if (asOf?.slice(0, 4) === iso.slice(0, 4)) return dayAndMonth(iso, locale, "long");
  if (locale.startsWith("en")) return `${dayAndMonth(iso, locale, "long")} ${iso.slice(0, 4)}`;
  return parts(iso, locale, { day: "numeric", month: "long", year: "numeric" });
}

/** "October 2026" */
export function formatMonth(iso: string, locale: string): string {
  return parts(iso, locale, { month: "long", year: "numeric" });
}

/** A half-open period [from, until) with the days people mean: "1 Jul to 30 Sep 2026". */
export function formatPeriod(from: string, until: string, locale: string): string {
  const last = addDays(until, -1);
  return `${formatDay(from, locale, last)} ${formatWords(locale).until} ${formatDay(last, locale)}`;
}

/** "Q3 2026" for the last day of a quarter, else the day. */
export function formatClose(iso: string, locale: string): string {
  const isQuarterEnd = /-(01|04|07|10)-01$/.test(addDays(iso, 1));
  if (!isQuarterEnd) return formatDay(iso, locale);
  const quarter = Math.ceil(Number(iso.slice(5, 7)) / 3);
  return `${formatWords(locale).quarter(quarter)} ${iso.slice(0, 4)}`;
}

/** "today", "tomorrow", "13 days", "2 days overdue". */
export function formatDaysLeft(days: number, locale: string): string {
  const words = formatWords(locale);
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  return days < 0 ? words.daysOverdue(-days) : words.daysLeft(days);
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}
