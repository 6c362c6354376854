import { sumIn } from "@/lib/facts/sum-in";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type AccountAssessment, clusteredRatio } from "@/lib/metrics";
import { yearUpTo } from "./measures/periods";

type Terms = UnitFacts["terms"];

function runningTerms(terms: Terms, asOfDay: number): Terms {
  const begun = terms.filter(({ startDay }) => startDay <= asOfDay);
  const latest = new Map<string, Terms[number]>();
  for (const term of begun.toSorted((a, b) => a.startDay - b.startDay))
    latest.set(term.contractId, term);
  return [...latest.values()].filter(
    ({ endedDay, endDay, autoRenews }) =>
      (endedDay === null || endedDay > asOfDay) &&
      (autoRenews || endDay === null || endDay > asOfDay),
  );
}

/** The running contracts' margin as a share of their value; null where one of them is not known. */
function contractRatio(
  facts: WorkspaceFacts,
  terms: Terms,
  margins: ReadonlyMap<string, number>,
): number | null {
  const rows = terms.flatMap(({ contractId, recurringMinor, currency }) => {
    const [ratio, factor] = [
      margins.get(contractId),
      facts.rates.factor(currency, facts.rateMonth),
    ];
    if (ratio === undefined || factor === null) return [];
    const x = recurringMinor * factor;
    return [{ y: x * ratio, x }];
  });
  return rows.length < terms.length ? null : clusteredRatio(rows).value;
}

/** A year's margin of an account; null where that of a contract or of an order is not known. */
export function yearlyMargin(
  facts: WorkspaceFacts,
  unit: UnitFacts,
  { revenue }: AccountAssessment,
  margins: ReadonlyMap<string, number>,
  asOfDay: number,
): number | null {
  const ofOrders = sumIn(unit.series, "marginMinor", yearUpTo(asOfDay));
  if (Number.isNaN(ofOrders)) return null;
  if (revenue.contractMinor === 0) return ofOrders;
  const ratio = contractRatio(facts, runningTerms(unit.terms, asOfDay), margins);
  return ratio === null ? null : ofOrders + ratio * revenue.contractMinor;
}
