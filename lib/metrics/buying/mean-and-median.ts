import { sum } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, bootstrap } from "../statistics/bootstrap";

export type MeanAndMedian = { readonly mean: Estimate; readonly median: Estimate };

/** Mean and median over all amounts; whole customers are drawn, each with all its amounts. */
export function meanAndMedian(
  customers: readonly (readonly number[])[],
  options: BootstrapOptions,
): MeanAndMedian {
  const totals = customers.map((amounts) => sum(amounts));
  const rows = customers.map((_, customer) => customer);
  return {
    mean: bootstrap(
      rows,
      (drawn) =>
        sum(drawn.map((customer) => totals[customer] as number)) / amountsOf(customers, drawn),
      options,
    ),
    median: bootstrap(rows, drawnMedian(customers), options),
  };
}

function amountsOf(customers: readonly (readonly number[])[], drawn: readonly number[]): number {
  return drawn.reduce((count, customer) => count + (customers[customer]?.length ?? 0), 0);
}

/** The median of drawn customers' amounts: sorted once, then one walk per draw instead of one sort. */
function drawnMedian(customers: readonly (readonly number[])[]) {
  const sorted = customers
    .flatMap((amounts, customer) => amounts.map((amount) => ({ amount, customer })))
    .sort((a, b) => a.amount - b.amount);
  const times = new Int32Array(customers.length);
  return (drawn: readonly number[]): number => {
    times.fill(0);
    for (const customer of drawn) times[customer] = (times[customer] as number) + 1;
    const count = amountsOf(customers, drawn);
    let passed = 0;
    let lower = Number.NaN;
    for (const { amount, customer } of sorted) {
      passed += times[customer] as number;
      if (Number.isNaN(lower) && 2 * passed >= count) lower = amount;
      if (2 * passed > count) return (lower + amount) / 2;
    }
    return lower;
  };
}
