import { checkFinite } from "../core/check";
import { mean, median } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, bootstrap } from "../statistics/bootstrap";

export type MeanAndMedian = { readonly mean: Estimate; readonly median: Estimate };

/**
 * Sales per customer: what does a customer bring in?
 *
 * Formula: mean and median of the customers' revenue in the period. Interval: bootstrap over
 * customers.
 *
 * @param revenueMinor per active customer the period's revenue, minor units of one currency
 * @param options seed and replicates of the bootstrap
 * @returns mean and median in minor units, each with interval
 * Empty: null with noData without customers.
 * @throws RangeError when an amount is not finite, naming its row
 * @source Efron & Tibshirani (1993)
 * @example salesPerCustomer([100, 200, 900]).mean.value // => 400
 * @example salesPerCustomer([100, 200, 900]).median.value // => 200
 */
export function salesPerCustomer(
  revenueMinor: readonly number[],
  options: BootstrapOptions = {},
): MeanAndMedian {
  revenueMinor.forEach((amount, index) => {
    checkFinite(amount, `revenueMinor[${index}]`);
  });
  return {
    mean: bootstrap(revenueMinor, mean, options),
    median: bootstrap(revenueMinor, median, options),
  };
}

/**
 * Spend per transaction: what is one order worth?
 *
 * Formula: mean and median of the order amounts. Interval: bootstrap over customers, whole customers
 * with all their orders, because one customer's orders resemble each other.
 *
 * @param customers per customer the order amounts of the period, minor units of one currency
 * @param options seed and replicates of the bootstrap
 * @returns mean and median in minor units, each with interval; n is the number of customers with orders
 * Empty: null with noData without orders.
 * @throws RangeError when an amount is not finite, naming customer and row
 * @source Efron & Tibshirani (1993); Kish, Survey Sampling (1965), on clusters
 * @example spendPerTransaction([[100, 100, 100], [500]]).mean.value // => 200
 */
export function spendPerTransaction(
  customers: readonly (readonly number[])[],
  options: BootstrapOptions = {},
): MeanAndMedian {
  customers.forEach((amounts, customer) => {
    amounts.forEach((amount, index) => {
      checkFinite(amount, `customers[${customer}][${index}]`);
    });
  });
  const buyers = customers.filter((amounts) => amounts.length > 0);
  return {
    mean: bootstrap(buyers, (rows) => mean(rows.flat()), options),
    median: bootstrap(buyers, (rows) => median(rows.flat()), options),
  };
}

/**
 * Orders per customer: how often does a customer who buys, buy?
 *
 * Formula: mean and median of the number of orders per customer with at least one. Interval: bootstrap
 * over customers.
 *
 * @param customers per customer the order amounts of the period
 * @param options seed and replicates of the bootstrap
 * @returns mean and median number of orders, each with interval
 * Empty: null with noData without orders.
 * @throws RangeError never
 * @source Efron & Tibshirani (1993)
 * @example ordersPerCustomer([[100, 100, 100], [500], []]).mean.value // => 2
 */
export function ordersPerCustomer(
  customers: readonly (readonly number[])[],
  options: BootstrapOptions = {},
): MeanAndMedian {
  const counts = customers.map((amounts) => amounts.length).filter((count) => count > 0);
  return { mean: bootstrap(counts, mean, options), median: bootstrap(counts, median, options) };
}
