import { checkBetween, checkCount, checkNonNegative } from "../core/check";

/** One customer: repeat order days, time of the last one after the first order, time since the first order. */
export type PurchaseRow = {
  readonly frequency: number;
  readonly recency: number;
  readonly age: number;
};

export function checkPurchaseRows(rows: readonly PurchaseRow[]): void {
  rows.forEach((row, index) => {
    // A name is only built for the row that is wrong.
    if (!isPurchaseRow(row)) checkPurchaseRow(row, `rows[${index}]`);
  });
}

function isPurchaseRow({ frequency, recency, age }: PurchaseRow): boolean {
  return (
    Number.isSafeInteger(frequency) &&
    frequency >= 0 &&
    recency >= 0 &&
    recency <= age &&
    (frequency > 0 || recency === 0) &&
    age < Number.POSITIVE_INFINITY
  );
}

export function checkPurchaseRow({ frequency, recency, age }: PurchaseRow, name: string): void {
  checkCount(frequency, `${name}.frequency`);
  checkNonNegative(age, `${name}.age`);
  checkBetween(recency, 0, age, `${name}.recency`);
  if (frequency === 0 && recency > 0)
    throw new RangeError(`${name}.recency must be 0 without a repeat order`);
}

/** Customers alike in all three, and how many of them; customers of one frequency stand together. */
export type PurchaseGroup = PurchaseRow & { readonly customers: number };

export function groupPurchases(rows: readonly PurchaseRow[]): PurchaseGroup[] {
  const sorted = [...rows].sort(
    (a, b) => a.frequency - b.frequency || a.recency - b.recency || a.age - b.age,
  );
  const groups: PurchaseGroup[] = [];
  let customers = 0;
  sorted.forEach((row, index) => {
    customers += 1;
    const next = sorted[index + 1];
    const isLast =
      next === undefined ||
      next.frequency !== row.frequency ||
      next.recency !== row.recency ||
      next.age !== row.age;
    if (!isLast) return;
    const { frequency, recency, age } = row;
    groups.push({ frequency, recency, age, customers });
    customers = 0;
  });
  return groups;
}

/** Where both purchase models begin to search: the mean pace and age of the customers. */
export function paceOf(rows: readonly PurchaseRow[]): {
  readonly orders: number;
  readonly age: number;
} {
  let orders = 0;
  let age = 0;
  for (const row of rows) {
    orders += row.frequency;
    age += row.age;
  }
  return { orders: orders / rows.length, age: age / rows.length };
}
