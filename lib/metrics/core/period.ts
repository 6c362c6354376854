import { checkDay } from "./check";

/** Half-open: the first day is in it, `untilDay` is the first day after it. */
export type Period = { readonly fromDay: number; readonly untilDay: number };

/**
 * Active at a moment: does something that runs from a day until a day still run at a day's close?
 *
 * Formula: from <= day < until. The day named as the end is the first on which it no longer runs, so
 * two terms that follow each other never overlap and never leave a gap.
 *
 * @param fromDay first day, a day number
 * @param untilDay first day after the end; null while no end is known
 * @param day the day at whose close is asked
 * @returns true or false
 * Empty: a missing end is null and means that it runs on.
 * @throws RangeError when a day is not a whole number
 * @source Allen (1983), Communications of the ACM 26, on intervals that meet
 * @example isActiveAt(0, 365, 364) // => true
 * @example isActiveAt(0, 365, 365) // => false
 */
export function isActiveAt(fromDay: number, untilDay: number | null, day: number): boolean {
  checkDay(fromDay, "fromDay");
  checkDay(day, "day");
  if (untilDay !== null) checkDay(untilDay, "untilDay");
  return fromDay <= day && (untilDay === null || day < untilDay);
}

export function checkPeriod(period: Period, name = "period"): Period {
  checkDay(period.fromDay, `${name}.fromDay`);
  checkDay(period.untilDay, `${name}.untilDay`);
  if (period.untilDay <= period.fromDay) throw new RangeError(`${name} must not be empty`);
  return period;
}

/**
 * Days within a period: on how many days of a period did something run?
 *
 * Formula: the smaller of both ends minus the larger of both beginnings, at least 0; a missing end is
 * that of the period. Added up over accounts it is the exposure by which unequal periods are compared.
 *
 * @param fromDay first day, a day number
 * @param untilDay first day after the end; null while no end is known
 * @param period half-open
 * @returns whole days, 0 or more
 * Empty: what lies outside the period has no days in it, 0.
 * @throws RangeError when a day is not a whole number or the period is empty
 * @source Rothman, Greenland & Lash, Modern Epidemiology (2008), on person-time
 * @example daysWithin(20, 50, { fromDay: 0, untilDay: 31 }) // => 11
 */
export function daysWithin(fromDay: number, untilDay: number | null, period: Period): number {
  checkPeriod(period);
  checkDay(fromDay, "fromDay");
  if (untilDay !== null) checkDay(untilDay, "untilDay");
  const end = untilDay === null ? period.untilDay : Math.min(untilDay, period.untilDay);
  return Math.max(0, end - Math.max(fromDay, period.fromDay));
}

/** A period is whole from the close of its last day on. */
export function isWhole(period: Period, asOfDay: number): boolean {
  return period.untilDay <= asOfDay + 1;
}
