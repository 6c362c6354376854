import { sentenceCase } from "@/lib/format/count";
import { daysBetween, formatDay } from "@/lib/format/date";
import { formatMoneyInFull } from "@/lib/format/money";
import type { TimelineEntryDto, TimelineKind } from "@/lib/loyalty/account-page.types";
import { answerValue, QUESTION_WORDS, ROLE_WORDS } from "../../../_loyalty/words/answer-words";
import type { ReadAs } from "../../../_loyalty/words/read-as";

export const KIND_WORDS: Record<TimelineKind, string> = {
  answer: "Answer",
  order: "Order",
  complaint: "Complaint",
  promise: "Promise",
  touch: "Contact",
  contract: "Contract",
  churn: "Change",
  case: "Case",
  asked: "Asked",
};

/** Plural, for the filter. */
export const KIND_FILTERS: readonly [TimelineKind, string][] = [
  ["answer", "Answers"],
  ["order", "Orders"],
  ["complaint", "Complaints"],
  ["promise", "Promises"],
  ["touch", "Contacts"],
  ["contract", "Contracts"],
  ["churn", "Losses and gains"],
  ["asked", "Surveys sent"],
];

const DETAIL_WORDS: Record<string, string> = {
  call: "call",
  meeting: "meeting",
  visit: "visit",
  email: "e-mail",
  note: "note",
  signature: "signed",
  signed: "signed",
  automatic: "by itself",
  active: "chosen",
  contract_lost: "contract lost",
  account_lost: "account lost",
  shrunk: "shrunk",
  won_back: "won back",
  notice: "notice given",
};

function detailWord(detail: string): string {
  return DETAIL_WORDS[detail] ?? detail.replaceAll("_", " ");
}

function person({ personName, role }: TimelineEntryDto): string | null {
  if (personName === null) return null;
  return role ? `${personName} (${ROLE_WORDS[role]})` : personName;
}

function amount(entry: TimelineEntryDto, as: ReadAs): string | null {
  if (entry.amountMinor === null || entry.currency === null) return null;
  return formatMoneyInFull(entry.amountMinor, { locale: as.locale, currency: entry.currency });
}

/** How a complaint, promise or case ended, or that it did not. */
function ending(entry: TimelineEntryDto, as: ReadAs): string | null {
  const day = (iso: string) => formatDay(iso, as.locale, as.asOf);
  if (entry.kind === "complaint") {
    if (entry.closedOn === null) return "open";
    const days = daysBetween(entry.on, entry.closedOn);
    return days === 0 ? "solved the same day" : `solved in ${days} ${days === 1 ? "day" : "days"}`;
  }
  if (entry.isDone === true) return entry.closedOn ? `kept ${day(entry.closedOn)}` : "kept";
  if (entry.dueOn === null) return null;
  return entry.dueOn < as.asOf ? "not kept" : `due ${day(entry.dueOn)}`;
}

function list(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

/** What happened, in one line; `strong` is how it ended. */
export function timelineWords(
  entry: TimelineEntryDto,
  as: ReadAs,
): { text: string; quote: string | null; strong: string | null } {
  const plain = { quote: null, strong: null };
  switch (entry.kind) {
    case "answer": {
      const said = entry.answer
        ? `${QUESTION_WORDS[entry.answer.question]}: ${answerValue(entry.answer)}`
        : detailWord(entry.detail);
      return { text: list(said, person(entry)), quote: entry.text, strong: null };
    }
    case "order":
      return {
        ...plain,
        text:
          list(
            entry.text,
            amount(entry, as),
            entry.detail === "automatic" ? "standing order" : null,
          ) || "Order",
      };
    case "complaint":
    case "promise":
    case "case":
      return {
        quote: null,
        text: list(sentenceCase(entry.text ?? KIND_WORDS[entry.kind]), person(entry)),
        strong: ending(entry, as),
      };
    case "touch":
      return {
        ...plain,
        text: list(sentenceCase(detailWord(entry.detail)), person(entry)),
        quote: entry.text,
        strong:
          entry.dueOn && entry.dueOn >= as.asOf
            ? `next step ${formatDay(entry.dueOn, as.locale, as.asOf)}`
            : null,
      };
    case "contract":
    case "churn":
      return { ...plain, text: list(entry.text, detailWord(entry.detail), amount(entry, as)) };
    case "asked":
      return { ...plain, text: list(entry.text, person(entry)) || "Survey sent" };
  }
}

/** The kind an address asks for; anything else is all kinds. */
export function timelineKind(text: string | undefined): TimelineKind | null {
  return KIND_FILTERS.find(([kind]) => kind === text)?.[0] ?? null;
}
