import { formatDay } from "@/lib/format/date";
import { staffWords } from "@/lib/i18n/staff-words";
import type { DoorSummary } from "@/lib/surveys/doors/door.types";

export function forWords({ account, employee }: DoorSummary, locale: string): string {
  const named = [employee?.name, account?.name].filter(Boolean).join(", ");
  return named || staffWords(locale, "surveys")("doors.everybody");
}

/** "12 presses, 11 counted, last on 22 Nov." */
export function countWords(door: DoorSummary, locale: string, asOf: string): string {
  const t = staffWords(locale, "surveys");
  const { came, answered, lastOn } = door;
  if (came === 0) return t("doors.nobodyCame");
  if (lastOn === null) return t("doors.count", { came, answered });
  return t("doors.countAndLast", { came, answered, date: formatDay(lastOn, locale, asOf) });
}
