import { useTranslations } from "next-intl";
import { formatDay } from "@/lib/format/date";
import type { SettingChangeDto } from "@/lib/workspaces/setting-versions";

type SettingHistoryProps = {
  history: readonly SettingChangeDto[];
  locale: string;
  /** What is said where nothing was ever changed. */
  never: string;
  /** How a first day is said, where it is not said as a day. */
  dayWords?: (validFrom: string) => string;
};

/** Earlier changes of a setting: from when, by whom and why. */
export function SettingHistory({ history, locale, never, dayWords }: SettingHistoryProps) {
  const t = useTranslations("settings.changes");
  const sayDay = dayWords ?? ((validFrom: string) => formatDay(validFrom, locale));
  if (history.length === 0) return <p className="text-ink-2">{never}</p>;
  return (
    <ul className="flex flex-col gap-1.5">
      {history.map(({ validFrom, reason, authorName }) => (
        <li key={`${validFrom}${reason}`}>
          {t("line", { date: sayDay(validFrom), name: authorName ?? t("somebody"), reason })}
        </li>
      ))}
    </ul>
  );
}
