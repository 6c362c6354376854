import { setImmediate as nextTurn } from "node:timers/promises";
import { inTurns } from "@/lib/facts/in-turns";
import type { WorkspaceFacts } from "@/lib/facts/workspace-facts";
import { type Estimate, expectedPurchases, fitBgNbd, meanInterval } from "@/lib/metrics";
import { monthsBefore } from "../scene";
import { evenSample } from "./even-sample";
import { purchaseRows } from "./order-rows";

/** Repeat orders a customer had made by then. */
const BANDS = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89] as const;

export type HoldoutBand = {
  from: number;
  to: number | null;
  expected: number;
  actual: Estimate;
};

export type Holdout = {
  untilDay: number;
  customers: number;
  expected: number;
  actual: number;
  bands: HoldoutBand[];
};

type Seen = { frequency: number; expected: number; actual: number };

function ordersBetween(days: ArrayLike<number>, after: number, to: number): number {
  let count = 0;
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as number;
    if (day > after && day <= to) count += 1;
  }
  return count;
}

function bandsOf(seen: readonly Seen[]): HoldoutBand[] {
  return BANDS.flatMap((from, at) => {
    const next = BANDS[at + 1] ?? null;
    const own = seen.filter(
      ({ frequency }) => frequency >= from && (next === null || frequency < next),
    );
    const expected = meanInterval(own.map((one) => one.expected)).value;
    if (expected === null) return [];
    const actual = meanInterval(own.map((one) => one.actual));
    return [{ from, to: next === null ? null : next - 1, expected, actual }];
  });
}

/** The model as it would have been a year ago, held against the orders that came since. */
export async function buildHoldout(
  facts: WorkspaceFacts,
  asOfDay: number,
  most: number,
): Promise<Holdout | null> {
  const untilDay = monthsBefore(asOfDay, 12);
  const rows = evenSample(purchaseRows(facts, untilDay), most);
  const fit = fitBgNbd(rows);
  if (fit.reason !== null) return null;
  await nextTurn();
  const seen: Seen[] = [];
  await inTurns(rows, (row) => {
    const days = facts.unitById.get(row.unitId)?.history.orders.orderDays ?? [];
    seen.push({
      frequency: row.frequency,
      expected: expectedPurchases(fit, asOfDay - untilDay, row),
      actual: ordersBetween(days, untilDay, asOfDay),
    });
  });
  const total = (field: "expected" | "actual") => seen.reduce((sum, one) => sum + one[field], 0);
  return {
    untilDay,
    customers: seen.length,
    expected: total("expected"),
    actual: total("actual"),
    bands: bandsOf(seen),
  };
}
