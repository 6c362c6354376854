import { checkCount, checkFinite } from "../core/check";
import { sum } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { clusteredRatio } from "../statistics/clustered-ratio";

/** One customer's revenue by month from its first one on, in minor units of one currency. */
export type CustomerRevenue = {
  /** Month number (year x 12 + month - 1) of the first paid day. */
  readonly firstMonth: number;
  readonly orderMinor: ArrayLike<number>;
  /** Yearly value of the contracts that run at each month's close. */
  readonly yearlyContractMinor: ArrayLike<number>;
};

export type RevenueCell = Estimate<"noData" | "zeroDenominator" | "notReached" | "beforeData">;

export type RevenueCohort = {
  readonly firstMonth: number;
  readonly n: number;
  readonly cells: readonly RevenueCell[];
};

export type CohortRevenueOptions = {
  /** Length of a period, and how many months of first purchases make one cohort. */
  readonly monthsPerPeriod: number;
  /** Periods after the first, 1 being the one that follows it. */
  readonly periods: readonly number[];
  /** The last month that is over. */
  readonly lastMonth: number;
  readonly dataFromMonth?: number;
};

/**
 * Cohort revenue: what do the customers who began together bring in later, against their first period?
 *
 * Formula: customers are grouped by the period of their first paid day; cell k = sum of revenue in the
 * k-th period after the first / sum of revenue in the first, each customer's periods counted from its
 * own first month. Contracts count a twelfth of their yearly value in each month at whose close they
 * run. A cell stands only where every customer of the cohort has been through the period. Interval:
 * ratio estimator with the account as unit.
 *
 * @param customers one row per customer; those who began after the last month are left out
 * @param options months per period, the periods, the last month that is over, and the first that the
 *   data cover
 * @returns one row per cohort with customers, oldest first; shares of 0 or more with interval
 * Empty: an empty table without customers; notReached and beforeData as for cohort retention,
 *   zeroDenominator where the first period brought nothing.
 * @throws RangeError when an amount is not finite, naming the row, or a number of months is not whole
 * @source Fader & Hardie, Customer-Base Valuation (2006), on cohorts; Cochran (1977)
 * @example cohortRevenue([{ firstMonth: 0, orderMinor: [100, 0, 50], yearlyContractMinor: [] }, { firstMonth: 0, orderMinor: [100, 50, 60], yearlyContractMinor: [] }], { monthsPerPeriod: 1, periods: [1, 2, 3], lastMonth: 2 })[0].cells.map((cell) => cell.value) // => [0.25, 0.55, null]
 */
export function cohortRevenue(
  customers: readonly CustomerRevenue[],
  options: CohortRevenueOptions,
): RevenueCohort[] {
  const { monthsPerPeriod, lastMonth } = options;
  if (checkCount(monthsPerPeriod, "monthsPerPeriod") === 0)
    throw new RangeError("monthsPerPeriod must be above 0");
  const cohorts = new Map<number, CustomerRevenue[]>();
  for (const customer of customers) {
    if (customer.firstMonth > lastMonth) continue;
    const firstMonth = customer.firstMonth - (customer.firstMonth % monthsPerPeriod);
    const cohort = cohorts.get(firstMonth);
    if (cohort) cohort.push(customer);
    else cohorts.set(firstMonth, [customer]);
  }
  return [...cohorts]
    .sort(([a], [b]) => a - b)
    .map(([firstMonth, rows]) => ({ firstMonth, n: rows.length, cells: cellsOf(rows, options) }));
}

function cellsOf(rows: readonly CustomerRevenue[], options: CohortRevenueOptions): RevenueCell[] {
  const { monthsPerPeriod, periods, lastMonth, dataFromMonth = Number.NEGATIVE_INFINITY } = options;
  const n = rows.length;
  const firsts = rows.map(({ firstMonth }) => firstMonth);
  const opening = rows.map((row, index) => revenueIn(row, 0, monthsPerPeriod, index));
  return periods.map((period) => {
    checkCount(period, "periods");
    if (Math.min(...firsts) < dataFromMonth) return { value: null, n, reason: "beforeData" };
    if (Math.max(...firsts) + (period + 1) * monthsPerPeriod - 1 > lastMonth)
      return { value: null, n, reason: "notReached" };
    return clusteredRatio(
      rows.map((row, index) => ({
        y: revenueIn(row, period, monthsPerPeriod, index),
        // Credit notes for what was bought before the data began are no revenue below 0.
        x: Math.max(0, opening[index] as number),
      })),
    );
  });
}

function revenueIn(row: CustomerRevenue, period: number, months: number, index: number): number {
  const amounts = Array.from({ length: months }, (_, month) => {
    const at = period * months + month;
    return (row.orderMinor[at] ?? 0) + (row.yearlyContractMinor[at] ?? 0) / 12;
  });
  return checkFinite(sum(amounts), `customers[${index}].orderMinor`);
}
