import { dayNumber, isoOfMonth } from "@/lib/format/calendar";
import { type Estimate, lastWholeMonth, newcombeDifference, type Period } from "@/lib/metrics";
import type { VerdictDto } from "../figures.types";
import { monthsBefore, type Scene } from "../scene";
import { tooFew, verdictOf } from "./measure";

const MIN_CUSTOMERS = 10;

/** Two shares as of independent groups; where their windows overlap, a real change is seen later. */
export function shareVerdict(scene: Scene, now: Estimate, before: Estimate): VerdictDto {
  if (now.value === null || before.value === null)
    return { kind: "notComparable", reason: "noEarlierFigure" };
  if (now.n < MIN_CUSTOMERS || before.n < MIN_CUSTOMERS) return tooFew();
  const count = (share: { value: number; n: number }) => Math.round(share.value * share.n);
  const test = newcombeDifference(count(now), now.n, count(before), before.n);
  const change = now.value - before.value;
  return verdictOf(scene, { isReal: test.isRealChange, tested: test.value, change });
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
