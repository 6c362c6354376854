import { dateIn, isIsoDate } from "@/lib/format/calendar";
import type { Guess } from "./guess";
import { monthNumber } from "./month-names";

/** `unix`: seconds or milliseconds since 1970, as other systems' programs write instants. */
export const DATE_FORMATS = ["ymd", "dmy", "mdy", "unix"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const SHORT_YEAR = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{2})$/;
const DAY_NAME_YEAR = /^(\d{1,2})\.?[-/ ]?(\p{L}{3,12})\.?[-/ ,]*(\d{4}|\d{2})$/u;
const NAME_DAY_YEAR = /^(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})$/u;
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?([AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$/;

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?:Z|([+-])(\d{2}):?(\d{2}))$/;
const MIDNIGHT = /^00:00(:00(\.0+)?)?$/;

const UNIX = /^(\d{9,10}|\d{12,13})(\.\d+)?$/;
// Below lie other numbers, such as telephone codes; nothing that is imported is older.
const UNIX_FROM = Date.UTC(2000, 0, 1);
const UNIX_TO = Date.UTC(2100, 0, 1);
/** Year, month, day and hour without marks, which could be seconds as well. */
const DAY_AND_HOUR = /^20\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])$/;

const ISO_LENGTH = 10;
const FIRST_TOO_LATE = "2100-01-01";

type Parts = [year: string, month: string, day: string];

function iso([year, month, day]: Parts): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Nothing that happened before 1970 is imported. */
function inCentury(year: string): string {
  return `${Number(year) < 70 ? "20" : "19"}${year}`;
}

/** With the month's name or the year in four digits first, which can be read in one way only. */
function plainParts(date: string): Parts | null {
  const [, year = "", , month = "", day = ""] = YEAR_FIRST.exec(date) ?? [];
  if (year !== "") return [year, month, day];
  const compact = COMPACT.exec(date);
  if (compact) return [compact[1] ?? "", compact[2] ?? "", compact[3] ?? ""];
  const dayFirst = DAY_NAME_YEAR.exec(date);
  const named = dayFirst ?? NAME_DAY_YEAR.exec(date);
  if (!named) return null;
  const [, first = "", second = "", last = ""] = named;
  const number = monthNumber(dayFirst ? second : first);
  if (number === null) return null;
  return [last.length === 2 ? inCentury(last) : last, number, dayFirst ? first : second];
}

function partsOf(date: string, format: DateFormat): Parts | null {
  const plain = plainParts(date);
  // A short year is read behind day and month only: 05.03.24 among days of four-digit years is none of 2005.
  if (plain || format === "unix" || format === "ymd") return plain;
  const long = YEAR_LAST.exec(date);
  const [, first = "", , second = "", third = ""] = long ?? SHORT_YEAR.exec(date) ?? [];
  if (first === "") return null;
  const year = long ? third : inCentury(third);
  return format === "dmy" ? [year, second, first] : [year, first, second];
}

/** The calendar's day in `timeZone` at an instant written in seconds or milliseconds. */
function parseUnix(text: string, timeZone: string): string | null {
  const digits = UNIX.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  const instant = Number(digits) * (digits.length > 10 ? 1 : 1000);
  return instant >= UNIX_FROM && instant < UNIX_TO ? dateIn(timeZone, new Date(instant)) : null;
}

function dayOf(text: string): string {
  return text.trim().replace(TIME_OF_DAY, "");
}

/**
 * The calendar's day in `timeZone` at an instant written with its zone. Null at midnight: that is how
 * programs write a day, and it is the day they wrote.
 */
function parseInstant(text: string, timeZone: string): string | null {
  const [, day = "", time = "", sign, hours, minutes] = INSTANT.exec(text.trim()) ?? [];
  if (!isIsoDate(day) || MIDNIGHT.test(time)) return null;
  const instant = new Date(`${day}T${time}${sign ? `${sign}${hours}:${minutes}` : "Z"}`);
  return Number.isNaN(instant.getTime()) ? null : dateIn(timeZone, instant);
}

/**
 * 'YYYY-MM-DD', or null where the text is no day in that form. A whole year written first and a month's
 * name are never in doubt.
 * @param timeZone where the day is looked up of an instant, counted in seconds or written with its zone.
 */
export function parseDate(text: string, format: DateFormat, timeZone = "UTC"): string | null {
  if (text.length === ISO_LENGTH && text < FIRST_TOO_LATE && isIsoDate(text)) return text;
  const instant = format === "unix" ? parseUnix(text, timeZone) : null;
  if (instant !== null) return instant;
  const written = text.includes(":") ? parseInstant(text, timeZone) : null;
  if (written !== null) return written < FIRST_TOO_LATE ? written : null;
  const parts = partsOf(dayOf(text), format);
  const day = parts === null ? "" : iso(parts);
  return isIsoDate(day) && day < FIRST_TOO_LATE ? day : null;
}

/** As `parseDate`, but of an instant written with its zone the day that is written. */
export function parseWrittenDay(text: string, format: DateFormat, timeZone: string): string | null {
  return parseDate(dayOf(text), format, timeZone);
}

const SPREADSHEET_DAYS = /^\d{5}([.,]\d+)?$/;

/** Why a text is no day in that form. */
export function dateFault(
  text: string,
  format: DateFormat,
): "otherForm" | "spreadsheetDays" | "tooLate" | "noSuchDay" {
  const date = dayOf(text);
  if (SPREADSHEET_DAYS.test(date)) return "spreadsheetDays";
  const parts = partsOf(date, format);
  if (parts === null || DATE_FORMATS.some((other) => parseDate(date, other))) return "otherForm";
  return iso(parts) >= FIRST_TOO_LATE ? "tooLate" : "noSuchDay";
}

/** The forms in which a text without a month's name or a whole year in front can be read. */
function readings(sample: string): DateFormat[] {
  const forms = (["dmy", "mdy"] as const).filter((form) => parseDate(sample, form));
  return sample.includes(".") && forms.includes("dmy") ? ["dmy"] : forms;
}

/** Whether it may be meant as a short year, month and day; with dots and slashes nobody writes that. */
function mayBeYearFirst(sample: string): boolean {
  const [, year = "", mark, month = "", day = ""] = SHORT_YEAR.exec(dayOf(sample)) ?? [];
  return year.length === 2 && mark === "-" && isIsoDate(iso([inCentury(year), month, day]));
}

/**
 * Dots are written only where the day comes first; with slashes 01/02/2024 is asked, never guessed, and so
 * are 24-01-31 and a number that counts seconds and could name a day and an hour.
 */
export function guessDateFormat(samples: Iterable<string>): Guess<DateFormat> {
  const certain = { dmy: 0, mdy: 0, ymd: 0, unix: 0 };
  let open = 0;
  for (const sample of samples) {
    if (plainParts(dayOf(sample)) && parseDate(sample, "ymd")) continue;
    if (parseDate(sample, "unix")) {
      if (DAY_AND_HOUR.test(sample.trim())) open += 1;
      else certain.unix += 1;
      continue;
    }
    const [only, ...others] = readings(sample);
    const days = new Set([only, ...others].map((form) => form && parseDate(sample, form)));
    if (mayBeYearFirst(sample)) open += 1;
    else if (only && others.length === 0) certain[only] += 1;
    else if (days.size > 1) open += 1;
  }
  const forms = DATE_FORMATS.filter((form) => certain[form] > 0);
  const [form] = forms;
  if (forms.length > 1 || (form === "unix" && open > 0)) return { value: null, why: "mixed" };
  if (form) return { value: form, why: "certain" };
  return open > 0 ? { value: null, why: "ambiguous" } : { value: "ymd", why: "certain" };
}
