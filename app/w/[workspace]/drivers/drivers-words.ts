import { joinWords } from "@/lib/format/count";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AdvantageDto, DriversDto, LadderDto } from "@/lib/loyalty/drivers.types";

export function outcomeWord({ importance }: DriversDto, locale: string): string {
  return staffWords(locale, "drivers")(`outcomes.${importance.outcome}`);
}

function unclearWords({ unclear, advice }: LadderDto, locale: string): string {
  const t = staffWords(locale, "drivers");
  if (unclear.length === 0 || advice !== "workOn") return "";
  const items = joinWords(
    unclear.map((item) => t(`items.${item}`)),
    locale,
  );
  return t("parts.unclear", { items });
}

export function headlineOf(drivers: DriversDto, locale: string) {
  const t = staffWords(locale, "drivers");
  const { importance, ladder } = drivers;
  const { reason, n, accounts, needed, explained } = importance;
  if (reason === "noData") return { title: t("headline.noData"), parts: t("parts.noData") };
  if (reason !== null || ladder.advice === null) {
    const counts = {
      n: formatNumber(n, locale),
      accounts,
      needed: formatNumber(needed, locale),
    };
    const title = t(reason === "noVariation" ? "headline.noVariation" : "headline.tooFewAnswers");
    return { title, parts: t("parts.tooFew", counts) };
  }
  const item = ladder.rung === null ? "" : t(`items.${ladder.rung}`).toLocaleLowerCase(locale);
  return {
    title: t(`headline.${ladder.advice}`, { item }),
    parts: t("parts.figure", {
      explained: formatPercent(explained.value, locale),
      outcome: outcomeWord(drivers, locale),
      unclear: unclearWords(ladder, locale),
    }).trim(),
  };
}

export function changeWords({ change, isRealChange }: AdvantageDto, locale: string): string {
  const t = staffWords(locale, "drivers");
  if (change === null || change.value === null) return t("advantage.notComparable");
  if (!isRealChange) return t("advantage.noChange");
  const points = formatNumber(100 * change.value, locale);
  return change.value < 0
    ? t("advantage.drop", { change: points })
    : t("advantage.rise", { change: `+${points}` });
}
