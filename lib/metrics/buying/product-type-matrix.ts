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
  const owned = customers.map((types) => new Set(types));
  const types = [...new Set(customers.flat())].sort();
  const ownersOf = types.map((type) => owned.filter((own) => own.has(type)));
  return {
    types,
    owners: ownersOf.map((owners) => owners.length),
    both: ownersOf.map((owners) =>
      types.map((other) =>
        wilsonInterval(owners.filter((own) => own.has(other)).length, owners.length),
      ),
    ),
  };
}
