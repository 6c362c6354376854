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
  /** Contract value that is decided, or already lost, within 12 months; without a date it can always be. */
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
  for (const contract of history.contracts) {
    if (!isContractActive(contract, asOfDay)) continue;
    hasContract = true;
    const day = decisionDay(contract, asOfDay);
    decision = earlier(decision, day);
    if (isUnderNotice(contract, asOfDay)) {
      noticeGivenDay = earlier(noticeGivenDay, contract.noticeGivenDay);
      endsOnDay = earlier(endsOnDay, noticeTakesEffect(contract));
    }
    if (day !== null && day > yearAhead) continue;
    isBound = false;
    canBeLostMinor += contractValue(contract, asOfDay);
  }
  const { churn } = history;
  if (churn !== null && churn.recordedDay <= asOfDay && asOfDay < churn.effectiveDay) {
    noticeGivenDay = earlier(noticeGivenDay, churn.recordedDay);
    endsOnDay = earlier(endsOnDay, churn.effectiveDay);
  }
  return {
    hasContract,
    decisionDay: decision,
    boundUntilDay: hasContract && isBound ? decision : null,
    noticeGivenDay,
    endsOnDay,
    canBeLostMinor,
  };
}

/** Notice on any running contract, or an end of the account that is recorded and still ahead. */
export function isNoticeGiven(history: AccountHistory, asOfDay: number): boolean {
  const { churn, contracts } = history;
  return (
    (churn !== null && churn.recordedDay <= asOfDay && asOfDay < churn.effectiveDay) ||
    contracts.some((one) => isContractActive(one, asOfDay) && isUnderNotice(one, asOfDay))
  );
}

export function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
