import { linesIn, type OrderLines, SAME_ORDER } from "@/lib/facts/order-lines";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfMonth } from "@/lib/format/calendar";
import { lastWholeMonth, monthOfDay, type Period } from "@/lib/metrics";
import { perUnit } from "../per-epoch";

const QUARTERS = 12;

/** What each order of an account was worth, quarter by quarter. */
type QuarterAmounts = readonly (readonly number[])[];

export type OrderQuarters = {
  /** Oldest first. */
  periods: readonly Period[];
  amountsOf(unit: UnitFacts): QuarterAmounts;
};

const NONE: readonly number[] = [];

/** Three whole months each, the last of them the last whole ones; oldest first. */
function quartersUpTo(facts: WorkspaceFacts, asOfDay: number): Period[] {
  const last = lastWholeMonth(asOfDay);
  const first = facts.firstMonth ?? Number.POSITIVE_INFINITY;
  return Array.from({ length: QUARTERS }, (_, back) => last + 1 - 3 * back)
    .filter((until) => until - 3 >= first)
    .reverse()
    .map((until) => ({
      fromDay: dayNumber(isoOfMonth(until - 3)),
      untilDay: dayNumber(isoOfMonth(until)),
    }));
}

/** Lines of one number on one day are one order, credit notes are none. */
function eachOrder(
  lines: OrderLines,
  period: Period,
  add: (day: number, amountMinor: number) => void,
): void {
  const { days, amountsMinor, flags } = lines;
  let amount = 0;
  const [from, until] = linesIn(lines, period);
  for (let at = from; at < until; at += 1) {
    const own = amountsMinor[at] as number;
    if (own > 0) amount += own;
    if ((flags[at + 1] ?? 0) & SAME_ORDER) continue;
    if (amount > 0) add(days[at] as number, amount);
    amount = 0;
  }
}

function amountsIn(
  all: UnitFacts["orderLines"],
  { rates }: WorkspaceFacts,
  period: Period,
): readonly number[] {
  const amounts: number[] = [];
  for (const lines of all)
    eachOrder(lines, period, (day, amountMinor) => {
      const factor = rates.factor(lines.currency, monthOfDay(day));
      if (factor !== null) amounts.push(amountMinor * factor);
    });
  return amounts.length === 0 ? NONE : amounts;
}

/** The orders of up to three years, at each month's own rate; a month without a rate is left out. */
export function orderAmounts(facts: WorkspaceFacts, asOfDay: number): OrderQuarters {
  const periods = quartersUpTo(facts, asOfDay);
  return {
    periods,
    amountsOf: perUnit(facts, `order amounts ${asOfDay} ${periods.length}`, ({ orderLines }) =>
      periods.map((period) => amountsIn(orderLines, facts, period)),
    ),
  };
}
