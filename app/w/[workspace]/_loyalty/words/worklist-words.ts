import { STATE_WORDS } from "@/components/metrics/state-words";
import { formatDay } from "@/lib/format/date";
import { formatPercent } from "@/lib/format/number";
import type {
  ByWhenKind,
  WorklistAction,
  WorklistGroupKey,
  WorklistLineDto,
} from "@/lib/loyalty/worklist.types";
import type { ReadAs } from "./read-as";

export const GROUP_WORDS: Record<WorklistGroupKey, string> = {
  within14Days: "Within 14 days, or overdue",
  within90Days: "Within 90 days",
  later: "Later, or no date",
};

export const BY_WHEN_WORDS: Record<ByWhenKind, string> = {
  decision: "last day to decide",
  ends: "contract ends",
  countsAsLost: "counts as lost",
  case: "case due",
  promise: "promise due",
};

export function actionWords(action: WorklistAction, as: ReadAs): string {
  switch (action.kind) {
    case "ask":
      return action.allowedFrom === null
        ? "Ask"
        : `Ask from ${formatDay(action.allowedFrom, as.locale, as.asOf)}`;
    case "logCall":
      return "Log a call";
    case "closePromise":
      return "Close promise";
    case "closeCase":
      return "Close case";
    case "review":
      return "Review";
  }
}

/** Where the loss share of a line comes from: the account's own figure is never printed without it. */
export function lossShareWords({ lossShare }: WorklistLineDto, locale: string): string {
  const share = formatPercent(lossShare.value, locale);
  const basis =
    lossShare.basis === "learned"
      ? `learned from ${lossShare.accounts} account-years`
      : "assumed until there is more history";
  return `${share} of what can be lost within 12 months (${STATE_WORDS[lossShare.state].word.toLowerCase()}, ${basis})`;
}
