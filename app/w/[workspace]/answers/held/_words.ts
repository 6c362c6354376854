import { joinWords } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatNumber, formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { BothWaysDto, OneWay } from "@/lib/surveys/answers/build-both-ways";
import type { HeldAnswer } from "@/lib/surveys/answers/review.types";

type Span = { unit: "seconds" | "minutes" | "hours" | "days"; n: number };

function spanOf(seconds: number): Span {
  if (seconds < 120) return { unit: "seconds", n: seconds };
  if (seconds < 7_200) return { unit: "minutes", n: Math.round(seconds / 60) };
  if (seconds < 172_800) return { unit: "hours", n: Math.round(seconds / 3_600) };
  return { unit: "days", n: Math.round(seconds / 86_400) };
}

/** "11 answers within 2 seconds: 0, 1, 2.", the first one first. */
export function gaveWords(answers: readonly HeldAnswer[], locale: string): string {
  const times = answers.map((answer) => Date.parse(answer.answeredAt));
  const seconds = Math.ceil((Math.max(...times) - Math.min(...times)) / 1000);
  const { unit, n } = spanOf(Math.max(1, seconds));
  const said = answers.map((answer) => answer.answer).toReversed();
  return staffWords(locale, "answers")(`held.gave.${unit}`, {
    count: answers.length,
    n,
    answers: said.join(", "),
  });
}

/** What speaks for and against it, as far as it was seen. */
export function evidenceWords({ evidence, class: kind }: HeldAnswer, locale: string): string[] {
  const t = staffWords(locale, "answers");
  const { isTrusted, afterHandOver, linksOpened, skipped, signal } = evidence;
  const words: string[] = [];
  if (afterHandOver !== null) {
    const { unit, n } = spanOf(afterHandOver);
    words.push(t(`held.evidence.${unit}`, { n }));
  }
  if (skipped.includes("hand_over")) words.push(t("held.evidence.noMail"));
  if (skipped.includes("person")) words.push(t("held.evidence.nobodysLink"));
  if (signal === "focus") words.push(t("held.evidence.inFocus"));
  else words.push(t(isTrusted ? "held.evidence.hand" : "held.evidence.noHand"));
  if (linksOpened > 1) words.push(t("held.evidence.links", { count: linksOpened }));
  if ("heldAt" in evidence && kind === "held") words.push(t("held.evidence.untilNextPress"));
  return words;
}

/** "Counted by Mette Holm, 22 Nov 2026" */
export function decisionWords(
  { isAccepted, by, on }: NonNullable<HeldAnswer["decision"]>,
  locale: string,
): string {
  const t = staffWords(locale, "answers");
  const date = formatDay(on, locale);
  if (by === null)
    return t(isAccepted ? "held.acceptedBySystem" : "held.rejectedBySystem", { date });
  return t(isAccepted ? "held.accepted" : "held.rejected", { name: by, date });
}

/** "+31 (18 to 44)", "72 % (61 to 81 %)". */
export function figureWords({ unit }: BothWaysDto, way: OneWay, locale: string): string {
  const t = staffWords(locale, "answers");
  if (unit === null) return "";
  if (way.value === null) return t("bothWays.noFigure");
  const text = (value: number) =>
    unit === "points" ? formatNumber(value, locale) : formatPercent(value, locale);
  const { value, low, high } = way;
  if (low === null || high === null) return text(value);
  return t("bothWays.interval", { value: text(value), low: text(low), high: text(high) });
}

/** "answered by staff (1)". */
export function heldByReason({ held }: BothWaysDto, locale: string): string {
  const t = staffWords(locale, "answers");
  const each = held.map(({ reason, people }) =>
    t("held.reasonPeople", { reason: t(`held.reasons.${reason}`), people }),
  );
  return joinWords(each, locale);
}
