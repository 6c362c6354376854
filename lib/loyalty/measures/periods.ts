import type { UnitFacts } from "@/lib/facts/workspace-facts";
import { dayNumber, isoOfMonth } from "@/lib/format/calendar";
import {
  type Estimate,
  lastWholeMonth,
  newcombeDifference,
  type Period,
  wilsonInterval,
} from "@/lib/metrics";
import type { VerdictDto } from "../figures.types";
import { rowsOf } from "../per-epoch";
import { monthsBefore, type Scene } from "../scene";
import { type Each, isTooFew, tooFew, totalOf, verdictOf } from "./measure";

type Share = Pick<Estimate, "value" | "n">;

/** The k of a share that is k of n. */
export function countOf({ value, n }: Share): number {
  return Math.round((value ?? 0) * n);
}

/** A share of accounts, of each of which 1 or 0 is known; null where it does not count. */
export function shareOver(
  units: readonly UnitFacts[],
  key: string,
  of: (unit: UnitFacts) => number | null,
): Estimate {
  const known = rowsOf(units, key, of);
  return wilsonInterval(totalOf(known), known.length);
}

/** Two shares as of independent groups; where their windows overlap, a real change is seen later. */
export function shareVerdict(scene: Scene, now: Estimate, before: Estimate): VerdictDto {
  if (now.value === null || before.value === null)
    return { kind: "notComparable", reason: "noEarlierFigure" };
  if (isTooFew(scene, now.n, before.n)) return tooFew();
  return verdictOf(scene, newcombeDifference(countOf(now), now.n, countOf(before), before.n));
}

/** Tells won back from new: an order or a contract before a day. */
export function wasCustomerBefore({ history }: UnitFacts, day: number): boolean {
  const firstOrder = history.orders.orderDays[0];
  if (firstOrder !== undefined && firstOrder < day) return true;
  return history.contracts.some(({ startDay }) => startDay < day);
}

/** Yes and no of k of n, as a strip of so few. */
export function yesNo(share: Share): Each {
  const k = countOf(share);
  return {
    values: () => Array.from({ length: share.n }, (_, i) => (i < share.n - k ? 0 : 1)),
    unit: "yesNo",
  };
}

/** The three months that close at a day. */
export function quarterUpTo(day: number): Period {
  return { fromDay: monthsBefore(day, 3) + 1, untilDay: day + 1 };
}

/** The last 12 whole months. */
export function yearUpTo(day: number): Period {
  const last = lastWholeMonth(day);
  return { fromDay: dayNumber(isoOfMonth(last - 11)), untilDay: dayNumber(isoOfMonth(last + 1)) };
}
