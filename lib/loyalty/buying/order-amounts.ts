import { linesIn, type OrderLines, SAME_ORDER } from "@/lib/facts/order-lines";
import { perBlockLarge } from "@/lib/facts/per-block";
import type { UnitFacts, WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfMonth } from "@/lib/format/calendar";
import { lastWholeMonth, monthOfDay, type Period } from "@/lib/metrics";
import { totalOf } from "../measures/measure";

const QUARTERS = 12;

/** The orders of some accounts in a quarter. */
export type QuarterOrders = {
  /** Of each account that ordered what its orders were worth together, before how many there were. */
  readonly totals: Float64Array;
  /** What each order was worth, ascending. */
  readonly amounts: Float64Array;
};

export type OrderQuarters = {
  /** Oldest first. */
  periods: readonly Period[];
  /** What each order of an account was worth in one of them. */
  amountsOf(unit: UnitFacts, quarter: number): readonly number[];
  /** By quarter, a thousand accounts at a time. */
  of(units: readonly UnitFacts[]): readonly (readonly QuarterOrders[])[];
};

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
  return amounts;
}

function ordersOf(accounts: readonly (readonly number[])[]): QuarterOrders {
  const customers = accounts.filter((own) => own.length > 0);
  return {
    totals: Float64Array.from(customers.flatMap((own) => [totalOf(own), own.length])),
    amounts: Float64Array.from(customers.flat()).sort(),
  };
}

/** The orders of up to three years, at each month's own rate; a month without a rate is left out. */
export function orderAmounts(facts: WorkspaceFacts, asOfDay: number): OrderQuarters {
  const periods = quartersUpTo(facts, asOfDay);
  const amountsOf = ({ orderLines }: UnitFacts, quarter: number) =>
    amountsIn(orderLines, facts, periods[quarter] as Period);
  const quartersOf = ({ orderLines }: UnitFacts) =>
    periods.map((period) => amountsIn(orderLines, facts, period));
  return {
    periods,
    amountsOf,
    of: (units) =>
      perBlockLarge(units, `orders ${asOfDay} ${periods.length}`, (block) => {
        const accounts = block.map(quartersOf);
        return periods.map((_, quarter) => ordersOf(accounts.map((own) => own[quarter] ?? [])));
      }),
  };
}
