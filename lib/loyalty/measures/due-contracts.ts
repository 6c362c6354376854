import type { TermContract } from "@/lib/facts/build-contracts";
import { groupBy } from "@/lib/facts/group-by";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import type { DueContract, Period } from "@/lib/metrics";

/** The day a term ends at the latest: a lost account ends what it had signed before. */
function endOf({ history }: UnitFacts, contract: TermContract): number | null {
  const lost = history.churn?.effectiveDay ?? null;
  const { startDay, endDay } = contract;
  if (lost === null || lost < startDay) return endDay;
  return endDay === null ? lost : Math.min(endDay, lost);
}

type Term = { unit: UnitFacts; contract: TermContract; hasNext: boolean };

/** A term cut short by the next one was changed on the way, and not up for renewal. */
function isReached({ unit, contract, hasNext }: Term, end: number): boolean {
  if (!hasNext) return true;
  const term = unit.terms.find(
    ({ contractId, startDay }) =>
      contractId === contract.contractId && startDay === contract.startDay,
  );
  return typeof term?.endDay === "number" && term.endDay <= end;
}

function dueOf(term: Term, isIn: (day: number) => boolean): DueContract[] {
  const { unit, contract, hasNext } = term;
  const end = endOf(unit, contract);
  const valueMinor = contract.values[0]?.yearlyMinor ?? 0;
  const [, ...byItself] = contract.decisions;
  const renewed = byItself
    .filter(({ day }) => isIn(day) && (end === null || day < end))
    .map(() => ({ isRenewed: true, valueMinor }));
  if (end === null || !isIn(end) || !isReached(term, end)) return renewed;
  return [...renewed, { isRenewed: hasNext, valueMinor }];
}

/** What of an account's contracts came up for renewal in a period: renewed or not. */
export function dueContracts(unit: UnitFacts, { fromDay, untilDay }: Period): DueContract[] {
  const isIn = (day: number) => fromDay <= day && day < untilDay;
  const contracts = groupBy(unit.history.contracts, ({ contractId }) => contractId);
  return [...contracts.values()].flatMap((terms) => {
    const sorted = [...terms].sort((a, b) => a.startDay - b.startDay);
    return sorted.flatMap((contract, at) =>
      dueOf({ unit, contract, hasNext: at < sorted.length - 1 }, isIn),
    );
  });
}
