import { monthOfDay, shiftMonths } from "../core/calendar";
import { checkCount, checkDay } from "../core/check";
import type { Estimate } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";
import { type CustomerLife, checkLives, type ObservedFrom } from "./customer-survival";

export type CohortCell = Estimate<"noData" | "notReached" | "beforeData">;

/** Customers whose first paid days lie in the months from `firstMonth` on (year x 12 + month - 1). */
export type Cohort = {
  readonly firstMonth: number;
  readonly n: number;
  readonly cells: readonly CohortCell[];
};

export type CohortOptions = ObservedFrom & { readonly ages: readonly number[] };

/**
 * Cohort retention: which share of the customers who began together is still there after so many
 * months?
 *
 * Formula: customers of the cohort not lost by the day so many months after their own first day /
 * customers of the cohort. A cell stands only where every customer of the cohort has reached that
 * age, and only for customers who began within the data. Interval: Wilson.
 *
 * @param rows the customers of one cohort
 * @param options ages in whole months, the as-of day, and the first day the data cover
 * @returns one cell per age; share 0..1 with interval
 * Empty: noData without customers; notReached where the youngest has not reached the age, beforeData
 *   where one began before the data: never 0.
 * @throws RangeError when a day or age is not whole, or a customer was lost before it began, naming the row
 * @source Kaplan & Meier (1958), on those not yet observed; Wilson (1927)
 * @example cohortRetention([{ firstDay: 0, lostDay: 40 }, { firstDay: 10, lostDay: null }], { ages: [1, 3, 12], asOfDay: 200 }).map((cell) => cell.value) // => [1, 0.5, null]
 */
export function cohortRetention(
  rows: readonly CustomerLife[],
  options: CohortOptions,
): CohortCell[] {
  checkLives(rows, "rows");
  const { ages, asOfDay, dataFromDay = Number.NEGATIVE_INFINITY } = checkOptions(options);
  const n = rows.length;
  const first = rows.reduce(
    (day, { firstDay }) => Math.min(day, firstDay),
    Number.POSITIVE_INFINITY,
  );
  const last = rows.reduce(
    (day, { firstDay }) => Math.max(day, firstDay),
    Number.NEGATIVE_INFINITY,
  );
  return ages.map((age) => {
    if (n === 0) return { value: null, n, reason: "noData" };
    if (first < dataFromDay) return { value: null, n, reason: "beforeData" };
    if (shiftMonths(last, age) > asOfDay) return { value: null, n, reason: "notReached" };
    const kept = rows.filter(
      ({ firstDay, lostDay }) => lostDay === null || lostDay > shiftMonths(firstDay, age),
    );
    return wilsonInterval(kept.length, n);
  });
}

/**
 * Cohort table: do the customers of later years stay longer than those of earlier years?
 *
 * Formula: customers are grouped by the month (or quarter, or year) of their first paid day; each
 * group's row has its cohort retention at each age. Cells that are not yet reached are empty, not 0.
 *
 * @param customers one row per customer; those who began after the as-of day are left out
 * @param options as for `cohortRetention`, and months per cohort (1 by default; 3 for quarters, 12 for
 *   years)
 * @returns one row per cohort with customers, oldest first
 * Empty: an empty table without customers.
 * @throws RangeError as `cohortRetention`, and when months per cohort is not whole and above 0
 * @source Kaplan & Meier (1958), on those not yet observed; Wilson (1927)
 * @example cohortTable([{ firstDay: 0, lostDay: 40 }, { firstDay: 40, lostDay: null }], { ages: [1, 2], asOfDay: 80 }).map(({ cells }) => cells.map((cell) => cell.value)) // => [[1, 0], [1, null]]
 */
export function cohortTable(
  customers: readonly CustomerLife[],
  options: CohortOptions & { readonly monthsPerCohort?: number },
): Cohort[] {
  checkLives(customers, "customers");
  const { monthsPerCohort = 1, asOfDay } = options;
  if (checkCount(monthsPerCohort, "monthsPerCohort") === 0)
    throw new RangeError("monthsPerCohort must be above 0");
  const cohorts = new Map<number, CustomerLife[]>();
  for (const customer of customers) {
    if (customer.firstDay > asOfDay) continue;
    const month = monthOfDay(customer.firstDay);
    const firstMonth = month - (month % monthsPerCohort);
    const cohort = cohorts.get(firstMonth);
    if (cohort) cohort.push(customer);
    else cohorts.set(firstMonth, [customer]);
  }
  return [...cohorts]
    .sort(([a], [b]) => a - b)
    .map(([firstMonth, rows]) => ({
      firstMonth,
      n: rows.length,
      cells: cohortRetention(rows, options),
    }));
}

function checkOptions(options: CohortOptions): CohortOptions {
  checkDay(options.asOfDay, "asOfDay");
  if (options.dataFromDay !== undefined) checkDay(options.dataFromDay, "dataFromDay");
  options.ages.forEach((age, index) => {
    checkCount(age, `ages[${index}]`);
  });
  return options;
}
