import { sum } from "../core/order-statistics";
import type { Estimate } from "../core/result";
import { type BootstrapOptions, bootstrap } from "../statistics/bootstrap";

export type MeanAndMedian = { readonly mean: Estimate; readonly median: Estimate };

/** Mean and median over all amounts; whole customers are drawn, each with all its amounts. */
export function meanAndMedian(
  customers: readonly (readonly number[])[],
  options: BootstrapOptions,
): MeanAndMedian {
  const totals = Float64Array.from(customers, (amounts) => sum(amounts));
  const sizes = Int32Array.from(customers, (amounts) => amounts.length);
  const rows = customers.map((_, customer) => customer);
  return {
    mean: bootstrap(rows, (drawn) => totalOf(totals, drawn) / totalOf(sizes, drawn), options),
    median: bootstrap(rows, drawnMedian(customers, sizes), options),
  };
}

/** A plain loop: a bootstrap runs it a thousand times. */
function totalOf(values: ArrayLike<number>, drawn: readonly number[]): number {
  let total = 0;
  for (const customer of drawn) total += values[customer] as number;
  return total;
}

/** The median of drawn customers' amounts: sorted once, then one walk per draw instead of one sort. */
function drawnMedian(customers: readonly (readonly number[])[], sizes: Int32Array) {
  const amounts = Float64Array.from(customers.flat());
  const ownerOf = ownersOf(sizes, amounts.length);
  const order = Uint32Array.from(amounts.keys()).sort(
    (a, b) => (amounts[a] as number) - (amounts[b] as number),
  );
  const owners = order.map((at) => ownerOf[at] as number);
  const times = new Int32Array(customers.length);
  return (drawn: readonly number[]): number => {
    times.fill(0);
    for (const customer of drawn) times[customer] = (times[customer] as number) + 1;
    const count = totalOf(sizes, drawn);
    const at = (position: number) =>
      amounts[order[walk(owners, times, position)] as number] as number;
    return (at((count - 1) >> 1) + at(count >> 1)) / 2;
  };
}

/** Whose each amount is, one customer after the other. */
function ownersOf(sizes: Int32Array, amounts: number): Uint32Array {
  const owners = new Uint32Array(amounts);
  let at = 0;
  sizes.forEach((size, customer) => {
    owners.fill(customer, at, at + size);
    at += size;
  });
  return owners;
}

/** Index of the sorted amount at a position (from 0) when each counts as often as its owner was drawn. */
function walk(owners: Uint32Array, times: Int32Array, position: number): number {
  let passed = 0;
  let index = -1;
  while (passed <= position) {
    index += 1;
    passed += times[owners[index] as number] as number;
  }
  return index;
}
