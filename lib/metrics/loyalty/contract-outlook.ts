import { shiftMonths } from "../core/calendar";
import {
  contractValue,
  decisionDay,
  isContractActive,
  isUnderNotice,
  noticeTakesEffect,
} from "./contract-terms";
import type { AccountHistory } from "./types";

export type ContractOutlook = {
  readonly hasContract: boolean;
  /** Earliest decision date of the active contracts. */
  readonly decisionDay: number | null;
  /** Set when every active contract decides more than 12 months ahead. */
  readonly boundUntilDay: number | null;
  readonly noticeGivenDay: number | null;
  /** Earliest day on which a contract under notice, or the account, ends. */
  readonly endsOnDay: number | null;
  /**
   * Contract value whose decision date, or day on which notice takes effect, lies within 12 months;
   * without such a day it can always be lost, and all of it where the account's own end is that near.
   */
  readonly canBeLostMinor: number;
};

/** What the running contracts allow within the coming year. */
export function contractOutlook(history: AccountHistory, asOfDay: number): ContractOutlook {
  const yearAhead = shiftMonths(asOfDay, 12);
  let decision: number | null = null;
  let isBound = true;
  let noticeGivenDay: number | null = null;
  let endsOnDay: number | null = null;
  let canBeLostMinor = 0;
  let hasContract = false;
  const end = endAhead(history, asOfDay);
  const isEndNear = end !== null && end.effectiveDay <= yearAhead;
  for (const contract of history.contracts) {
    if (!isContractActive(contract, asOfDay)) continue;
    hasContract = true;
    const day = decisionDay(contract, asOfDay);
    decision = earlier(decision, day);
    const endDay = isUnderNotice(contract, asOfDay) ? noticeTakesEffect(contract) : null;
    if (endDay !== null) {
      noticeGivenDay = earlier(noticeGivenDay, contract.noticeGivenDay);
      endsOnDay = earlier(endsOnDay, endDay);
    }
    isBound &&= day !== null && day > yearAhead;
    const settledOn = day ?? endDay;
    if (settledOn === null || settledOn <= yearAhead || isEndNear)
      canBeLostMinor += contractValue(contract, asOfDay);
  }
  if (end !== null) {
    noticeGivenDay = earlier(noticeGivenDay, end.recordedDay);
    endsOnDay = earlier(endsOnDay, end.effectiveDay);
  }
  return {
    hasContract,
    decisionDay: decision,
    boundUntilDay: hasContract && isBound && end === null ? decision : null,
    noticeGivenDay,
    endsOnDay,
    canBeLostMinor,
  };
}

/** Notice on any running contract, or an end of the account that is recorded and still ahead. */
export function isNoticeGiven(history: AccountHistory, asOfDay: number): boolean {
  return (
    endAhead(history, asOfDay) !== null ||
    history.contracts.some((one) => isContractActive(one, asOfDay) && isUnderNotice(one, asOfDay))
  );
}

function endAhead({ churn }: AccountHistory, asOfDay: number): AccountHistory["churn"] {
  if (churn === null || churn.recordedDay > asOfDay || churn.effectiveDay <= asOfDay) return null;
  return churn;
}

export function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
