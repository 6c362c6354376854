import { sentenceCase } from "@/lib/format/count";
import { daysBetween, formatDay } from "@/lib/format/date";
import { formatMoneyInFull } from "@/lib/format/money";
import type { StaffMessages } from "@/lib/i18n/staff/en/all";
import { staffWords } from "@/lib/i18n/staff-words";
import type { TimelineEntryDto, TimelineKind } from "@/lib/loyalty/account-page.types";
import { answerValue, questionWord, roleWord } from "@/lib/loyalty/words/answer-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";

type Words = StaffMessages["account"]["timeline"];

/** Kinds that can be shown alone. */
export const TIMELINE_FILTERS = [
  "answer",
  "order",
  "complaint",
  "promise",
  "touch",
  "contract",
  "negotiation",
  "churn",
  "case",
  "asked",
] as const satisfies TimelineKind[];

const words = ({ locale }: ReadAs) => staffWords(locale, "account");

/** A source of data may name what nobody here has words for: then its own are read. */
function detailWord(detail: string, as: ReadAs): string {
  const key = `timeline.details.${detail as keyof Words["details"]}` as const;
  return words(as).has(key) ? words(as)(key) : detail.replaceAll("_", " ");
}

function touchWord(detail: string, as: ReadAs): string {
  const key = `timeline.touches.${detail as keyof Words["touches"]}` as const;
  return words(as).has(key) ? words(as)(key) : sentenceCase(detailWord(detail, as));
}

function person({ personName, role }: TimelineEntryDto, { locale }: ReadAs): string | null {
  if (personName === null || role === null) return personName;
  const t = staffWords(locale, "loyalty");
  return t("roleOf", { name: personName, role: roleWord(role, locale) });
}

function amount(entry: TimelineEntryDto, as: ReadAs): string | null {
  if (entry.amountMinor === null || entry.currency === null) return null;
  return formatMoneyInFull(entry.amountMinor, { locale: as.locale, currency: entry.currency });
}

function caseEnding({ closedOn, dueOn }: TimelineEntryDto, as: ReadAs): string | null {
  const t = words(as);
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  if (closedOn !== null) return t("cases.closed", { date: day(closedOn) });
  if (dueOn === null) return null;
  return t(dueOn < as.asOf ? "cases.overdue" : "cases.due", { date: day(dueOn) });
}

/** How a complaint, promise or case ended, or that it did not. */
function ending(entry: TimelineEntryDto, as: ReadAs): string | null {
  const t = words(as);
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  if (entry.kind === "complaint") {
    if (entry.closedOn === null) return t("timeline.open");
    const days = daysBetween(entry.on, entry.closedOn);
    return days === 0 ? t("timeline.solvedSameDay") : t("timeline.solved", { days });
  }
  if (entry.kind === "case") return caseEnding(entry, as);
  if (entry.isDone === true) {
    return entry.closedOn
      ? t("timeline.keptOn", { date: day(entry.closedOn) })
      : t("timeline.kept");
  }
  if (entry.kind === "promise" && entry.closedOn !== null) return t("timeline.notKept");
  if (entry.dueOn === null) return null;
  return entry.dueOn < as.asOf
    ? t("timeline.notKept")
    : t("timeline.due", { date: day(entry.dueOn) });
}

function nextStep({ dueOn, nextStep: text }: TimelineEntryDto, as: ReadAs): string | null {
  if (dueOn === null || (text === null && dueOn < as.asOf)) return null;
  const date = formatDay(dueOn, as.locale, as.asOf);
  if (text === null) return words(as)("timeline.nextStep", { date });
  return words(as)("timeline.nextStepIs", { date, text });
}

function answered(entry: TimelineEntryDto, as: ReadAs): string {
  if (!entry.answer) return detailWord(entry.detail, as);
  return words(as)("timeline.answered", {
    question: questionWord(entry.answer.question, as.locale),
    value: answerValue(entry.answer, as.locale),
  });
}

function list(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

/** What happened, in one line; `strong` is how it ended. */
export function timelineWords(
  entry: TimelineEntryDto,
  as: ReadAs,
): { text: string; quote: string | null; strong: string | null } {
  const t = words(as);
  const plain = { quote: null, strong: null };
  const who = person(entry, as);
  switch (entry.kind) {
    case "answer":
      return { text: list(answered(entry, as), who), quote: entry.text, strong: null };
    case "order": {
      const standing = entry.detail === "automatic" ? t("timeline.standingOrder") : null;
      const text = list(entry.text, amount(entry, as), standing);
      return { ...plain, text: text || t("timeline.kinds.order") };
    }
    case "complaint":
    case "promise":
    case "case": {
      const about = entry.text === null ? t(`timeline.kinds.${entry.kind}`) : entry.text;
      return { quote: null, text: list(sentenceCase(about), who), strong: ending(entry, as) };
    }
    case "touch": {
      const text = list(touchWord(entry.detail, as), who);
      return { text, quote: entry.text, strong: nextStep(entry, as) };
    }
    case "negotiation":
      return {
        quote: null,
        text: list(entry.text, t(`timeline.rounds.${entry.isDone === null ? "open" : "over"}`)),
        strong: entry.isDone === null ? null : t(`timeline.ended.${entry.isDone ? "won" : "lost"}`),
      };
    case "contract":
    case "churn": {
      const text = list(entry.text, detailWord(entry.detail, as), amount(entry, as));
      return { ...plain, text };
    }
    case "asked":
      return { ...plain, text: list(entry.text, who) || t("timeline.surveySent") };
  }
}

/** The kind an address asks for; anything else is all kinds. */
export function timelineKind(text: string | undefined): TimelineKind | null {
  return TIMELINE_FILTERS.find((kind) => kind === text) ?? null;
}
