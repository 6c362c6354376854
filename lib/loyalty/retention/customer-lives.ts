import { closeOfMonth } from "@/lib/facts/build-account-months";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  type CustomerLife,
  customerSurvivalRows,
  firstDayOfMonth,
  lastWholeMonth,
  type ObservedFrom,
  orderRhythm,
  type SurvivalRow,
  shiftMonths,
} from "@/lib/metrics";
import { perUnit, rowsOf } from "../per-epoch";
import type { Clock } from "../retention.types";
import type { Scene } from "../scene";
import { type Months, monthsFor } from "./closes-matrix";

/** From the first paid day to the first day it was lost, and since when it is seen. */
export type UnitLife = CustomerLife & {
  unit: UnitFacts;
  observed: ObservedFrom;
  /** For how long it was seen; null where it was not. */
  row: SurvivalRow | null;
};

function firstContract({ history }: UnitFacts): number {
  return history.contracts.reduce(
    (first, { startDay }) => Math.min(first, startDay),
    Number.POSITIVE_INFINITY,
  );
}

function firstOrder({ history }: UnitFacts): number {
  const { orders } = history;
  const placed = orders.orderDays[0];
  if (placed !== undefined) return placed;
  return orders.totalMinor.length > 0
    ? firstDayOfMonth(orders.firstMonth)
    : Number.POSITIVE_INFINITY;
}

const FIRST_PAID: Record<Clock, (unit: UnitFacts) => number> = {
  whole: (unit) => Math.min(firstContract(unit), firstOrder(unit)),
  contract: firstContract,
  orders: ({ history }) => history.orders.orderDays[0] ?? Number.POSITIVE_INFINITY,
};

/** The first paid day on record; an earlier "customer since" where it lies before the data. */
function firstDayOf(unit: UnitFacts, clock: Clock, dataFrom: number): number {
  const first = FIRST_PAID[clock](unit);
  const since = unit.account.customerSinceDay;
  if (!Number.isFinite(first) || since === null) return first;
  return clock === "whole" || since < dataFrom ? Math.min(first, since) : first;
}

type Seen = { fromDay: number; lostDay: number | null };

/** Of the closes of months the first on which it was there, and the first after it on which it was not. */
function seenAtCloses(
  { series }: UnitFacts,
  { firstMonth, months }: Months,
  column: "state" | "contractClosingMinor",
): Seen | null {
  const values = series.column(column);
  let from: number | null = null;
  for (let month = firstMonth; month < firstMonth + months; month += 1) {
    const isThere = (values[month - series.firstMonth] ?? 0) > 0;
    if (from === null && isThere) from = month;
    else if (from !== null && !isThere)
      return { fromDay: closeOfMonth(from), lostDay: closeOfMonth(month) };
  }
  return from === null ? null : { fromDay: closeOfMonth(from), lostDay: null };
}

/** The first time that orders placed by its own rhythm stayed away until it counted as lost. */
function seenByOrders({ settings }: Scene, { history }: UnitFacts, untilDay: number): Seen | null {
  const { quietRanges } = history;
  const days = history.orders.orderDays;
  const first = days[0];
  if (first === undefined || first > untilDay) return null;
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] as number;
    const next = Math.min(days[index + 1] ?? untilDay, untilDay);
    if (day > untilDay) break;
    // Nobody is lost before these days, so most gaps need no rhythm.
    if (next - day < settings.lostAfterDays) continue;
    const rhythm = orderRhythm(days, day, { ...settings, quietRanges });
    const lostDay = rhythm.score === null ? shiftMonths(day, 12) : rhythm.lostOnDay;
    if (lostDay <= next) return { fromDay: first, lostDay };
  }
  return { fromDay: first, lostDay: null };
}

function seenOf(scene: Scene, shown: Months, clock: Clock, unit: UnitFacts): Seen | null {
  if (clock === "orders")
    return seenByOrders(scene, unit, closeOfMonth(lastWholeMonth(scene.asOfDay)));
  return seenAtCloses(unit, shown, clock === "whole" ? "state" : "contractClosingMinor");
}

function lifeOf(scene: Scene, shown: Months, clock: Clock, unit: UnitFacts): UnitLife | null {
  const dataFrom = firstDayOfMonth(shown.firstMonth);
  const asOfDay = closeOfMonth(shown.firstMonth + shown.months - 1);
  const seen = unit.head.hasUnknownRate ? null : seenOf(scene, shown, clock, unit);
  if (seen === null) return null;
  const firstDay = Math.min(firstDayOf(unit, clock, dataFrom), seen.fromDay);
  const isOlder = firstDay < dataFrom;
  // An older account that was not there when the data begin is seen from when it came.
  const dataFromDay = isOlder && clock !== "orders" ? Math.max(dataFrom, seen.fromDay) : dataFrom;
  const { lostDay } = seen;
  if (firstDay > asOfDay || (isOlder && lostDay !== null && lostDay <= dataFromDay)) return null;
  const observed = { asOfDay, dataFromDay };
  const [row = null] = customerSurvivalRows([{ firstDay, lostDay }], observed);
  return { unit, firstDay, lostDay, observed, row };
}

/**
 * Each account from its first paid day until it was first lost, as a clock tells it. What was before the
 * closes that are kept is not known: older accounts are seen from then on.
 * @param units of those of the page
 */
export function customerLives(
  scene: Scene,
  clock: Clock,
  units: readonly UnitFacts[] = scene.units,
): readonly UnitLife[] {
  const shown = monthsFor(scene);
  if (shown === null) return [];
  const key = `life ${clock} ${scene.asOfDay} ${shown.firstMonth}`;
  const ownOf = perUnit(scene.facts, key, (unit) => lifeOf(scene, shown, clock, unit));
  return rowsOf(units, key, ownOf);
}
