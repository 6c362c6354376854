import type { Estimate } from "../core/result";
import { wilsonInterval } from "../statistics/wilson-interval";

export type ProductTypeMatrix = {
  /** Alphabetical; rows and columns of `both` stand in this order. */
  readonly types: readonly string[];
  readonly owners: readonly number[];
  /** Of the customers with the row's type, the share that also has the column's; 1 on the diagonal. */
  readonly both: readonly (readonly Estimate[])[];
};

/**
 * Product type matrix: of the customers with one product type, how many also have another?
 *
 * Formula: customers with both types / customers with the row's type. Interval: Wilson.
 *
 * @param customers per customer the product types active at the snapshot; a type named twice is one
 * @returns the types in alphabetical order, their owners, and a share 0..1 with interval per pair
 * Empty: no types without customers; every type named has an owner, so no cell is empty.
 * @throws RangeError never
 * @source Wilson (1927); Holdfast's own construct
 * @example productTypeMatrix([["pumps", "service"], ["pumps"]]).both.map((row) => row.map((cell) => cell.value)) // => [[1, 0.5], [1, 1]]
 */
export function productTypeMatrix(customers: readonly (readonly string[])[]): ProductTypeMatrix {
  const types = [...new Set(customers.flat())].sort();
  const placeOf = new Map(types.map((type, at) => [type, at]));
  const both = types.map(() => types.map(() => 0));
  for (const own of customers) {
    const places = [...new Set(own)].map((type) => placeOf.get(type) as number);
    for (const one of places) {
      const row = both[one] as number[];
      for (const other of places) row[other] = (row[other] as number) + 1;
    }
  }
  const owners = both.map((row, at) => row[at] as number);
  return {
    types,
    owners,
    both: both.map((row, at) => row.map((count) => wilsonInterval(count, owners[at] as number))),
  };
}
