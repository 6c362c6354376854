import type { Rhythm } from "./assessment-types";
import { lastOrderDay } from "./running-revenue";
import type { AccountHistory } from "./types";

/** Latest day on which something new was known about behaviour: an order, a missed line, a contract event. */
export function behaviourEvidence(
  history: AccountHistory,
  asOfDay: number,
  rhythm: Rhythm,
): number | null {
  let latest: number | null = null;
  const see = (day: number | null) => {
    if (day !== null && day <= asOfDay && (latest === null || day > latest)) latest = day;
  };
  see(lastOrderDay(history.orders, asOfDay));
  if (rhythm.score !== null) {
    // The line is missed at the close of its day, so the day after is the first that knows.
    see(rhythm.lateOnDay + 1);
    see(rhythm.lostOnDay);
  }
  for (const contract of history.contracts) {
    see(contract.startDay);
    see(contract.endDay);
    see(contract.noticeGivenDay);
    for (const step of contract.values) see(Math.max(step.fromDay, contract.startDay));
    for (const decision of contract.decisions) see(decision.day);
  }
  if (history.churn !== null) see(history.churn.recordedDay);
  return latest;
}
