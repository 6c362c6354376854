import { describe, expect, it } from "vitest";
import {
  checkPurchaseRow,
  checkPurchaseRows,
  groupPurchases,
  paceOf,
} from "@/lib/metrics/lifetime/purchase-rows";

const good = { frequency: 2, recency: 3, age: 5 };
const edges = [-1, 0, 0.5, 1, 2, Number.NaN, Number.POSITIVE_INFINITY];
const everyEdge = edges.flatMap((frequency) =>
  edges.flatMap((recency) => edges.map((age) => ({ frequency, recency, age }))),
);

function told(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return String(error);
  }
}

describe("rows of purchases", () => {
  it("are whole orders, the last of them after the first and not in the future", () => {
    const isGood = ({ frequency, recency, age }: typeof good) =>
      [0, 1, 2].includes(frequency) &&
      [0, 0.5, 1, 2].includes(age) &&
      [0, 0.5, 1, 2].includes(recency) &&
      recency <= age &&
      (frequency > 0 || recency === 0);
    expect(everyEdge.filter((row) => told(() => checkPurchaseRow(row, "row")) === null)).toEqual(
      everyEdge.filter(isGood),
    );
  });

  it("are refused many together as one by one, in the same words", () => {
    expect(everyEdge.map((row) => told(() => checkPurchaseRows([good, row])))).toEqual(
      everyEdge.map((row) => told(() => checkPurchaseRow(row, "rows[1]"))),
    );
  });

  it("are refused with the name of what is wrong", () => {
    const of = (bad: Partial<typeof good>) =>
      told(() => checkPurchaseRow({ ...good, ...bad }, "row"));
    expect(of({ frequency: 1.5 })).toContain("RangeError: row.frequency must be a whole number");
    expect(of({ age: -1 })).toContain("RangeError: row.age must be a finite number of at least 0");
    expect(of({ recency: 6 })).toBe("RangeError: row.recency must lie between 0 and 5, got 6");
    expect(of({ frequency: 0 })).toBe("RangeError: row.recency must be 0 without a repeat order");
  });
});

describe("purchases alike in all three", () => {
  it("stand together with their number, those of one frequency next to each other", () => {
    // Sorted, each differs from the one before it in one of the three alone.
    const rows = [
      { frequency: 2, recency: 4, age: 9 },
      { frequency: 2, recency: 5, age: 10 },
      { frequency: 1, recency: 4, age: 9 },
      { frequency: 2, recency: 4, age: 10 },
      { frequency: 2, recency: 4, age: 9 },
    ];
    const groups = [
      { frequency: 1, recency: 4, age: 9, customers: 1 },
      { frequency: 2, recency: 4, age: 9, customers: 2 },
      { frequency: 2, recency: 4, age: 10, customers: 1 },
      { frequency: 2, recency: 5, age: 10, customers: 1 },
    ];
    expect(groupPurchases(rows)).toEqual(groups);
    expect(groupPurchases(rows.toReversed())).toEqual(groups);
    expect(groupPurchases([])).toEqual([]);
  });

  it("leave the given rows as they came", () => {
    const rows = [{ ...good, frequency: 3 }, good];
    groupPurchases(rows);
    expect(rows.map(({ frequency }) => frequency)).toEqual([3, 2]);
  });
});

describe("the pace of customers", () => {
  it("is their mean number of repeat orders and their mean age", () => {
    expect(paceOf([good, { frequency: 1, recency: 1, age: 10 }])).toEqual({
      orders: 1.5,
      age: 7.5,
    });
  });
});
