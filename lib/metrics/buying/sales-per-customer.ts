import { checkCount, checkFinite } from "../core/check";
import type { BootstrapOptions } from "../statistics/bootstrap";
import { type MeanAndMedian, meanAndMedian } from "./mean-and-median";

export type { MeanAndMedian } from "./mean-and-median";

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
  return meanAndMedian(
    revenueMinor.map((amount) => [amount]),
    options,
  );
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
  return meanAndMedian(
    customers.filter((amounts) => amounts.length > 0),
    options,
  );
}

/**
 * Orders per customer: how often does a customer who buys, buy?
 *
 * Formula: mean and median of the number of orders per customer with at least one. Interval: bootstrap
 * over customers.
 *
 * @param orderCounts per customer the number of orders in the period; customers with none are left out
 * @param options seed and replicates of the bootstrap
 * @returns mean and median number of orders, each with interval; n is the number of customers with orders
 * Empty: null with noData without orders.
 * @throws RangeError when a count is negative or not whole, naming its row
 * @source Efron & Tibshirani (1993)
 * @example ordersPerCustomer([3, 1, 0]).mean.value // => 2
 */
export function ordersPerCustomer(
  orderCounts: readonly number[],
  options: BootstrapOptions = {},
): MeanAndMedian {
  orderCounts.forEach((count, index) => {
    checkCount(count, `orderCounts[${index}]`);
  });
  return meanAndMedian(
    orderCounts.filter((count) => count > 0).map((count) => [count]),
    options,
  );
}
