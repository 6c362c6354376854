import { dateIn, isIsoDate } from "@/lib/format/calendar";
import type { Guess } from "./guess";

/** `unix`: seconds or milliseconds since 1970, as other systems' programs write instants. */
export const DATE_FORMATS = ["ymd", "dmy", "mdy", "unix"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?([AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$/;

const UNIX = /^(\d{9,10}|\d{12,13})(\.\d+)?$/;
// Below lie other numbers, such as telephone codes; nothing that is imported is older.
const UNIX_FROM = Date.UTC(2000, 0, 1);
const UNIX_TO = Date.UTC(2100, 0, 1);
/** Year, month, day and hour without marks, which could be seconds as well. */
const DAY_AND_HOUR = /^20\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])$/;

const ISO_LENGTH = 10;
const FIRST_TOO_LATE = "2100-01-01";

function iso(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(text) && text < FIRST_TOO_LATE ? text : null;
}

/** The calendar's day in `timeZone` at an instant written in seconds or milliseconds. */
function parseUnix(text: string, timeZone: string): string | null {
  const digits = UNIX.exec(text.trim())?.[1];
  if (digits === undefined) return null;
  const instant = Number(digits) * (digits.length > 10 ? 1 : 1000);
  return instant >= UNIX_FROM && instant < UNIX_TO ? dateIn(timeZone, new Date(instant)) : null;
}

/**
 * 'YYYY-MM-DD', or null where the text is no day in that form. A year written first is never in doubt.
 * @param timeZone where the day is looked up of an instant counted in seconds.
 */
export function parseDate(text: string, format: DateFormat, timeZone = "UTC"): string | null {
  if (text.length === ISO_LENGTH && text < FIRST_TOO_LATE && isIsoDate(text)) return text;
  const instant = format === "unix" ? parseUnix(text, timeZone) : null;
  if (instant !== null) return instant;
  const date = text.trim().replace(TIME_OF_DAY, "");
  const first = YEAR_FIRST.exec(date);
  if (first) return iso(first[1], first[3], first[4]);
  const compact = COMPACT.exec(date);
  if (compact) return iso(compact[1], compact[2], compact[3]);
  const last = YEAR_LAST.exec(date);
  if (!last || format === "ymd" || format === "unix") return null;
  return format === "dmy" ? iso(last[4], last[3], last[1]) : iso(last[4], last[1], last[3]);
}

/**
 * Dots are written only where the day comes first; with slashes 01/02/2024 is asked, never guessed, and so
 * is a number that counts seconds and could name a day and an hour.
 */
export function guessDateFormat(samples: Iterable<string>): Guess<DateFormat> {
  let dmyOnly = 0;
  let mdyOnly = 0;
  let unix = 0;
  let open = 0;
  for (const sample of samples) {
    if (parseDate(sample, "ymd")) continue;
    if (parseDate(sample, "unix")) {
      if (DAY_AND_HOUR.test(sample.trim())) open += 1;
      else unix += 1;
      continue;
    }
    const asDmy = parseDate(sample, "dmy");
    const asMdy = parseDate(sample, "mdy");
    if (asDmy && (!asMdy || sample.includes("."))) dmyOnly += 1;
    else if (asMdy && !asDmy) mdyOnly += 1;
    else if (asDmy && asMdy && asDmy !== asMdy) open += 1;
  }
  const forms = [dmyOnly, mdyOnly, unix].filter((count) => count > 0).length;
  if (forms > 1 || (unix > 0 && open > 0)) return { value: null, why: "mixed" };
  if (unix > 0) return { value: "unix", why: "certain" };
  if (dmyOnly > 0) return { value: "dmy", why: "certain" };
  if (mdyOnly > 0) return { value: "mdy", why: "certain" };
  return open > 0 ? { value: null, why: "ambiguous" } : { value: "ymd", why: "certain" };
}
