import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { perEpoch } from "../per-epoch";

const YEAR_DAYS = 365;

/** First day on which anybody ordered: what was bought before is not known. */
function firstDayOfOrders(facts: WorkspaceFacts): number {
  return perEpoch(facts, "first order day", () =>
    facts.units.reduce(
      (first, { history }) => Math.min(first, history.orders.orderDays[0] ?? first),
      Number.POSITIVE_INFINITY,
    ),
  );
}

/**
 * Order days of those whose first order we saw: customers since after the data begin, or without an
 * order in the data's first year. Of older customers the first order of the data is just one of many.
 */
export function newcomers(facts: WorkspaceFacts, units: readonly UnitFacts[]): ArrayLike<number>[] {
  const dataFrom = firstDayOfOrders(facts);
  return units.flatMap(({ account, history }) => {
    const { orderDays } = history.orders;
    const first = orderDays[0];
    if (first === undefined) return [];
    const since = account.customerSinceDay;
    const isNew = (since !== null && since >= dataFrom) || first - dataFrom >= YEAR_DAYS;
    return isNew ? [orderDays] : [];
  });
}
