import { addDays, dateColumn, dateIn, instantOf } from "@/lib/format/calendar";

const AT = "07:30";

function mondayOf(iso: string): string {
  return addDays(iso, -((dateColumn(iso).getUTCDay() + 6) % 7));
}

/** The last moment at which a digest was due: this morning, or Monday's; before it, the one before. */
export function lastDigestAt(timeZone: string, digest: "daily" | "weekly", now: Date): Date {
  const today = dateIn(timeZone, now);
  const [first, step] = digest === "daily" ? [today, 1] : [mondayOf(today), 7];
  const due = instantOf(timeZone, first, AT);
  return due <= now ? due : instantOf(timeZone, addDays(first, -step), AT);
}

/** The next morning's. */
export function nextDigestAt(timeZone: string, now: Date): Date {
  const today = dateIn(timeZone, now);
  const due = instantOf(timeZone, today, AT);
  return due > now ? due : instantOf(timeZone, addDays(today, 1), AT);
}
