import { perBlock } from "@/lib/facts/per-block";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { perUnit, rowsOf } from "../per-epoch";

const YEAR_DAYS = 365;

/** First day on which anybody ordered: what was bought before is not known. */
function firstDayOfOrders({ units }: WorkspaceFacts): number {
  const firsts = perBlock(units, "first order day", (block) =>
    block.reduce(
      (first, { history }) => Math.min(first, history.orders.orderDays[0] ?? first),
      Number.POSITIVE_INFINITY,
    ),
  );
  return firsts.reduce((first, day) => Math.min(first, day), Number.POSITIVE_INFINITY);
}

/**
 * First and second order day of those whose first order we saw: customers since after the data begin, or without an
 * order in the data's first year. Of older customers the first order of the data is just one of many.
 */
export function newcomers(
  facts: WorkspaceFacts,
  units: readonly UnitFacts[],
): readonly (readonly number[])[] {
  const dataFrom = firstDayOfOrders(facts);
  const key = `newcomer ${dataFrom}`;
  const daysOf = perUnit(facts, key, ({ account, history }) => {
    const { 0: first, 1: second } = history.orders.orderDays;
    if (first === undefined) return null;
    const since = account.customerSinceDay;
    const isNew = (since !== null && since >= dataFrom) || first - dataFrom >= YEAR_DAYS;
    if (!isNew) return null;
    return second === undefined ? [first] : [first, second];
  });
  return rowsOf(units, key, daysOf);
}
