import { isIsoDate } from "@/lib/format/calendar";
import type { Guess } from "./guess";

export const DATE_FORMATS = ["ymd", "dmy", "mdy"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const TIME_OF_DAY = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?([AaPp][Mm]|Z|[+-]\d{2}:?\d{2})?$/;

function iso(year = "", month = "", day = ""): string | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(text) && text < "2100-01-01" ? text : null;
}

/** 'YYYY-MM-DD', or null where the text is no day in that form. A year written first is never in doubt. */
export function parseDate(text: string, format: DateFormat): string | null {
  const date = text.trim().replace(TIME_OF_DAY, "");
  const first = YEAR_FIRST.exec(date);
  if (first) return iso(first[1], first[3], first[4]);
  const compact = COMPACT.exec(date);
  if (compact) return iso(compact[1], compact[2], compact[3]);
  const last = YEAR_LAST.exec(date);
  if (!last || format === "ymd") return null;
  return format === "dmy" ? iso(last[4], last[3], last[1]) : iso(last[4], last[1], last[3]);
}

/** Dots are written only where the day comes first; with slashes 01/02/2024 is asked, never guessed. */
export function guessDateFormat(samples: Iterable<string>): Guess<DateFormat> {
  let dmyOnly = 0;
  let mdyOnly = 0;
  let open = 0;
  for (const sample of samples) {
    if (parseDate(sample, "ymd")) continue;
    const asDmy = parseDate(sample, "dmy");
    const asMdy = parseDate(sample, "mdy");
    if (asDmy && (!asMdy || sample.includes("."))) dmyOnly += 1;
    else if (asMdy && !asDmy) mdyOnly += 1;
    else if (asDmy && asMdy && asDmy !== asMdy) open += 1;
  }
  if (dmyOnly > 0 && mdyOnly > 0) return { value: null, why: "mixed" };
  if (dmyOnly > 0) return { value: "dmy", why: "certain" };
  if (mdyOnly > 0) return { value: "mdy", why: "certain" };
  return open > 0 ? { value: null, why: "ambiguous" } : { value: "ymd", why: "certain" };
}
