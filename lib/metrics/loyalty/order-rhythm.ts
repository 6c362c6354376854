import { checkDay } from "../core/check";
import { median } from "../core/order-statistics";
import type { Rhythm, RhythmStatus } from "./assessment-types";
import { defaultLoyaltySettings } from "./settings";
import type { DayRange } from "./types";

type RhythmOptions = {
  readonly quietRanges?: readonly DayRange[];
  readonly maxGaps?: number;
  readonly minGaps?: number;
  readonly lostAfterDays?: number;
  readonly lateFactor?: number;
};

/**
 * Own rhythm: does the account order when it usually does?
 *
 * Formula: usual interval E = median of the last 12 gaps between order days; late line L = the
 * larger of 2 E and the longest of those gaps; d = days since the last order. On time d <= E, due
 * d <= L, late d > L, lost d >= 2 L and never before 60 days. Points: d <= E gives 1, d = L gives
 * .50, d >= 2 L gives 0, linear between.
 *
 * @param orderDays distinct order days, ascending day numbers; days after `asOfDay` are not seen
 * @param asOfDay day number
 * @param options quiet ranges left out of gaps and of d, and the settings' numbers of gaps and days
 * @returns intervals in days, status, the day of the late line and the day it counts as lost, score 0..1
 * Empty: score null with reason noOrders, or noRhythmYet below 3 gaps.
 * @throws RangeError when a day is not whole or the days are not strictly ascending, naming the row
 * @source Holdfast's own construct
 * @example orderRhythm([0, 30, 60, 90], 100).status // => "onTime"
 * @example orderRhythm([0, 30, 60, 90], 165).score // => 0.375
 */
export function orderRhythm(
  orderDays: ArrayLike<number>,
  asOfDay: number,
  options: RhythmOptions = {},
): Rhythm {
  const {
    quietRanges = [],
    maxGaps = defaultLoyaltySettings.maxGaps,
    minGaps = defaultLoyaltySettings.minGaps,
    lostAfterDays = defaultLoyaltySettings.lostAfterDays,
    lateFactor = defaultLoyaltySettings.lateFactor,
  } = options;
  const known = countUpTo(orderDays, asOfDay);
  if (known === 0)
    return { ...unknown, sinceDays: null, lastOrderDay: null, gaps: 0, reason: "noOrders" };
  const last = orderDays[known - 1] as number;
  const since = openDaysBetween(last, asOfDay, quietRanges);
  const gaps = recentGaps(orderDays, known, maxGaps, quietRanges);
  if (gaps.length < minGaps)
    return {
      ...unknown,
      sinceDays: since,
      lastOrderDay: last,
      gaps: gaps.length,
      reason: "noRhythmYet",
    };
  const usual = median(gaps) as number;
  const longest = Math.max(...gaps);
  const line = Math.max(lateFactor * usual, longest);
  const lostAfter = Math.max(2 * line, lostAfterDays);
  return {
    usualDays: usual,
    longestDays: longest,
    lateLineDays: line,
    lostAfterDays: lostAfter,
    sinceDays: since,
    status: statusOf(since, usual, line, lostAfter),
    lateOnDay: dayAfterOpenDays(last, line, quietRanges),
    lostOnDay: dayAfterOpenDays(last, lostAfter, quietRanges),
    lastOrderDay: last,
    gaps: gaps.length,
    score: rhythmScore(since, usual, line),
    reason: null,
  };
}

const unknown = { usualDays: null, status: null, score: null } as const;

/**
 * Rhythm score: how far along its own late line is an account?
 *
 * Formula: d <= E gives 1, d = L gives .50, d >= 2 L gives 0, linear between.
 *
 * @param sinceDays days since the last order, at least 0
 * @param usualDays usual interval E
 * @param lateLineDays late line L, at least 2 E
 * @returns 0..1
 * Empty: a rhythm that is not known has no score; do not call.
 * @throws RangeError never for numbers that come from `orderRhythm`
 * @source Holdfast's own construct
 * @example rhythmScore(94, 31, 62) // => 0.242
 */
export function rhythmScore(sinceDays: number, usualDays: number, lateLineDays: number): number {
  if (sinceDays <= usualDays) return 1;
  if (sinceDays <= lateLineDays)
    return 1 - (0.5 * (sinceDays - usualDays)) / (lateLineDays - usualDays);
  return Math.max(0, 1 - sinceDays / (2 * lateLineDays));
}

function statusOf(since: number, usual: number, line: number, lostAfter: number): RhythmStatus {
  if (since >= lostAfter) return "lost";
  if (since > line) return "late";
  return since > usual ? "due" : "onTime";
}

function countUpTo(orderDays: ArrayLike<number>, asOfDay: number): number {
  let count = 0;
  let previous = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < orderDays.length; index += 1) {
    const day = orderDays[index] as number;
    checkDay(day, () => `orderDays[${index}]`);
    if (day <= previous)
      throw new RangeError(`orderDays[${index}] must come after the day before it`);
    previous = day;
    if (day <= asOfDay) count += 1;
  }
  return count;
}

/** The last gaps; a gap that lies wholly in quiet weeks is still one day. */
function recentGaps(
  orderDays: ArrayLike<number>,
  known: number,
  maxGaps: number,
  quietRanges: readonly DayRange[],
): number[] {
  const gaps: number[] = [];
  for (let index = Math.max(1, known - maxGaps); index < known; index += 1) {
    const open = openDaysBetween(
      orderDays[index - 1] as number,
      orderDays[index] as number,
      quietRanges,
    );
    gaps.push(Math.max(1, open));
  }
  return gaps;
}

/** Days after `from` up to and including `to` that are not quiet. */
export function openDaysBetween(
  from: number,
  to: number,
  quietRanges: readonly DayRange[],
): number {
  let days = to - from;
  for (const { fromDay, untilDay } of quietRanges) {
    if (untilDay <= from + 1 || fromDay > to) continue;
    days -= Math.min(to + 1, untilDay) - Math.max(from + 1, fromDay);
  }
  return days;
}

function dayAfterOpenDays(from: number, days: number, quietRanges: readonly DayRange[]): number {
  let day = from + days;
  for (const { fromDay, untilDay } of quietRanges)
    if (untilDay > from + 1 && fromDay <= day) day += untilDay - Math.max(fromDay, from + 1);
  return day;
}
