import { stateWord } from "@/components/metrics/state-words";
import { codeOf } from "@/lib/format/currency";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPercent } from "@/lib/format/number";
import { staffWords } from "@/lib/i18n/staff-words";
import type { WorklistAction, WorklistDto, WorklistLineDto } from "@/lib/loyalty/worklist.types";
import type { ReadAs } from "./read-as";

export function actionWords(action: WorklistAction, as: ReadAs): string {
  const t = staffWords(as.locale, "loyalty");
  if (action.kind === "ask" && action.allowedFrom !== null) {
    const date = formatDay(action.allowedFrom, as.locale, as.asOf);
    return t("worklist.actions.askFrom", { date });
  }
  return t(`worklist.actions.${action.kind}`);
}

/** Where the loss share of a line comes from: the account's own figure is never printed without it. */
export function lossShareWords({ lossShare }: WorklistLineDto, locale: string): string {
  const t = staffWords(locale, "loyalty");
  const share = formatPercent(lossShare.value, locale);
  const state = stateWord(lossShare.state, locale).toLocaleLowerCase(locale);
  return lossShare.basis === "learned"
    ? t("worklist.lossLearned", { share, state, count: lossShare.accounts })
    : t("worklist.lossAssumed", { share, state });
}

/** How the list is ordered, what its amounts rest on, and what it leaves out. */
export function worklistNote(worklist: WorklistDto, as: ReadAs): string {
  const t = staffWords(as.locale, "loyalty");
  const currency = codeOf(as.currency);
  const count = worklist.learnedFromAccounts;
  const parts = [
    count > 0
      ? t("worklist.noteLearned", { currency, count })
      : t("worklist.noteAssumed", { currency }),
  ];
  if (worklist.total > 0) {
    parts.push(t("worklist.inAll", { amount: formatMoney(worklist.atRiskTotalMinor, as) }));
  }
  return parts.join(" · ");
}
