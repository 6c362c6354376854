import { staffWords } from "@/lib/i18n/staff-words";

/** "3 asks, 1 reminder" */
export function dayWords(day: { asks: number; reminders: number }, locale: string): string {
  const t = staffWords(locale, "asking");
  if (day.reminders === 0) return t("asks.asked", day);
  return day.asks === 0 ? t("asks.reminded", day) : t("asks.both", day);
}
