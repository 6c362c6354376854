import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { AdvantageAlert } from "@/lib/mail/mail-kinds";

/** What a drop comes to, with its intervals, in one sentence. */
export function dropSentence(
  { better, change }: Pick<AdvantageAlert, "better" | "change">,
  locale: string,
): string {
  const t = staffWords(locale, "mails");
  const percent = (share: number | null) => formatPercent(share, locale);
  const points = (share: number | null) =>
    formatNumber(share === null ? null : Math.abs(share) * 100, locale);
  return t("advantage.line", {
    now: percent(better.value),
    low: percent(better.low),
    high: percent(better.high),
    points: points(change.value),
    // A fall is told by its size: the larger end of it is the lower one of the difference.
    least: points(change.high),
    most: points(change.low),
    count: better.n,
  });
}
