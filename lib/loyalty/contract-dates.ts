import { type Contract, decisionDay, isActiveAt } from "@/lib/metrics";

/** The contract that is decided about first, with the day its next term begins or it ends. */
export function nextDecision(
  contracts: readonly Contract[],
  asOfDay: number,
): { decisionDay: number; renewsOnDay: number | null } | null {
  const decided = contracts
    .filter((contract) => isActiveAt(contract.startDay, contract.endDay, asOfDay))
    .flatMap((contract) => {
      const day = decisionDay(contract, asOfDay);
      if (day === null) return [];
      const renews = contract.renewal === null ? null : day + contract.noticeDays;
      return [{ decisionDay: day, renewsOnDay: renews }];
    });
  return decided.sort((a, b) => a.decisionDay - b.decisionDay)[0] ?? null;
}

/** The renewal date behind the next decision date; null where nothing renews by itself. */
export function renewalDayOf(contracts: readonly Contract[], asOfDay: number): number | null {
  return nextDecision(contracts, asOfDay)?.renewsOnDay ?? null;
}
