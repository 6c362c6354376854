import { dateIn } from "@/lib/format/calendar";
import { formatDay } from "@/lib/format/date";

/** "22 Nov 2026, 11:32" in the workspace's time zone. */
export function momentText(instant: string, timeZone: string, locale: string): string {
  const date = new Date(instant);
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(date);
  return `${formatDay(dateIn(timeZone, date), locale)}, ${time}`;
}
