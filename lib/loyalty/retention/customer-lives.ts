import { closeOfMonth } from "@/lib/facts/build-account-months";
import type { CloseMatrix } from "@/lib/facts/kernel/close-matrix";
import type { UnitFacts } from "@/lib/facts/workspace-facts";
import {
  type CustomerLife,
  firstDayOfMonth,
  lastWholeMonth,
  type ObservedFrom,
  orderRhythm,
  shiftMonths,
} from "@/lib/metrics";
import type { Clock } from "../retention.types";
import type { Scene } from "../scene";
import { isActiveIn, type Matrix } from "./closes-matrix";

/** From the first paid day to the first day it was lost, and since when it is seen. */
export type UnitLife = CustomerLife & { unit: UnitFacts; observed: ObservedFrom };

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

/** The first paid day on record; an earlier "customer since" where it lies before the data. */
function firstDayOf(unit: UnitFacts, clock: Clock, dataFrom: number): number {
  const first = {
    whole: () => Math.min(firstContract(unit), firstOrder(unit)),
    contract: () => firstContract(unit),
    orders: () => unit.history.orders.orderDays[0] ?? Number.POSITIVE_INFINITY,
  }[clock]();
  const since = unit.account.customerSinceDay;
  if (!Number.isFinite(first) || since === null) return first;
  return clock === "whole" || since < dataFrom ? Math.min(first, since) : first;
}

type Seen = { fromDay: number; lostDay: number | null };

/** Of the closes of months the first on which it was there, and the first after it on which it was not. */
function seenAtCloses(
  { firstMonth, months }: CloseMatrix,
  isThere: (month: number) => boolean,
): Seen | null {
  let from: number | null = null;
  for (let month = firstMonth; month < firstMonth + months; month += 1) {
    if (from === null && isThere(month)) from = month;
    else if (from !== null && !isThere(month))
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

function seenOf(scene: Scene, matrix: CloseMatrix, account: number, clock: Clock, unit: UnitFacts) {
  if (clock === "orders")
    return seenByOrders(scene, unit, closeOfMonth(lastWholeMonth(scene.asOfDay)));
  const { contractClosingMinor } = matrix.columns;
  const at = account * matrix.months - matrix.firstMonth;
  return seenAtCloses(matrix, (month) =>
    clock === "whole"
      ? isActiveIn(matrix, account, month)
      : (contractClosingMinor?.[at + month] ?? 0) > 0,
  );
}

/**
 * Each account from its first paid day until it was first lost, as a clock tells it. What was before the
 * closes that are kept is not known: older accounts are seen from then on.
 */
export function customerLives(scene: Scene, matrixOf: Matrix, clock: Clock): UnitLife[] {
  const matrix = matrixOf();
  if (matrix === null) return [];
  const dataFrom = firstDayOfMonth(matrix.firstMonth);
  const asOfDay = closeOfMonth(matrix.firstMonth + matrix.months - 1);
  const known = scene.units.filter(({ head }) => !head.hasUnknownRate);
  return known.flatMap((unit, account) => {
    const seen = seenOf(scene, matrix, account, clock, unit);
    if (seen === null) return [];
    const firstDay = Math.min(firstDayOf(unit, clock, dataFrom), seen.fromDay);
    const isOlder = firstDay < dataFrom;
    // An older account that was not there when the data begin is seen from when it came.
    const dataFromDay = isOlder && clock !== "orders" ? Math.max(dataFrom, seen.fromDay) : dataFrom;
    const { lostDay } = seen;
    if (firstDay > asOfDay || (isOlder && lostDay !== null && lostDay <= dataFromDay)) return [];
    return [{ unit, firstDay, lostDay, observed: { asOfDay, dataFromDay } }];
  });
}
