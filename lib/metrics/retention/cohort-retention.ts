import { shiftMonths } from "../core/calendar";
import { checkDay } from "../core/check";
import type { Estimate } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";

/** One customer: first paid day, and the day it was lost (null while it is a customer). */
export type CohortRow = { readonly firstDay: number; readonly lostDay: number | null };

export type CohortCell = Estimate<"noData" | "notReached">;

/**
 * Cohort retention: which share of the customers who began together is still there after so many
 * months?
 *
 * Formula: customers of the cohort not lost by the day so many months after their own first day /
 * customers of the cohort. A cell stands only where every customer of the cohort has reached that
 * age. Interval: Wilson.
 *
 * @param rows the customers of one cohort
 * @param options ages in whole months, and the as-of day
 * @returns one cell per age; share 0..1 with interval
 * Empty: noData without customers; notReached where the youngest has not reached the age, never 0.
 * @throws RangeError when a day is not whole or a customer was lost before it began, naming the row
 * @source Kaplan & Meier (1958), on those not yet observed; Wilson (1927)
 * @example cohortRetention([{ firstDay: 0, lostDay: 40 }, { firstDay: 10, lostDay: null }], { ages: [1, 3, 12], asOfDay: 200 }).map((cell) => cell.value) // => [1, 0.5, null]
 */
export function cohortRetention(
  rows: readonly CohortRow[],
  options: { readonly ages: readonly number[]; readonly asOfDay: number },
): CohortCell[] {
  rows.forEach((row, index) => {
    checkDay(row.firstDay, `rows[${index}].firstDay`);
    if (row.lostDay !== null && checkDay(row.lostDay, `rows[${index}].lostDay`) < row.firstDay)
      throw new RangeError(`rows[${index}].lostDay must not come before firstDay`);
  });
  return options.ages.map((age) => {
    const isReached = rows.every((row) => shiftMonths(row.firstDay, age) <= options.asOfDay);
    if (!isReached) return { value: null, n: rows.length, reason: "notReached" };
    const kept = rows.filter(
      (row) => row.lostDay === null || row.lostDay > shiftMonths(row.firstDay, age),
    );
    return wilsonInterval(kept.length, rows.length);
  });
}
