import { describe, expect, it } from "vitest";
import { emptyAccountHistory, firstDayOfMonth, monthOfDay, orderHistory } from "@/lib/metrics";
import { day } from "./builders";

const row = (
  on: string,
  amountMinor: number,
  choice: "active" | "automatic" | "notRecorded" = "active",
) => ({
  day: day(on),
  amountMinor,
  choice,
});

describe("order history", () => {
  it("sums per month from the first to the last, with zeros between", () => {
    const history = orderHistory([
      row("2026-03-31", 5),
      row("2026-01-01", 7),
      row("2026-01-31", 1),
    ]);
    expect(history).toMatchObject({
      firstMonth: monthOfDay(day("2026-01-01")),
      totalMinor: [8, 0, 5],
      daySquareSum: [50, 0, 25],
    });
    expect(firstDayOfMonth(history.firstMonth)).toBe(day("2026-01-01"));
  });

  it("keeps how orders were chosen apart, what is not recorded in the total only", () => {
    const history = orderHistory([
      row("2026-01-01", 1),
      row("2026-01-02", 10, "automatic"),
      row("2026-01-03", 100, "notRecorded"),
    ]);
    expect(history).toMatchObject({ totalMinor: [111], activeMinor: [1], automaticMinor: [10] });
  });

  it("squares what a day brought, not each of its orders", () => {
    const split = [row("2026-01-05", 30), row("2026-01-05", 70, "automatic")];
    expect(orderHistory(split).daySquareSum).toEqual([10_000]);
  });

  it("counts as order days neither standing orders nor credit notes nor orders of nothing", () => {
    const history = orderHistory([
      row("2026-01-09", 5),
      row("2026-01-03", 5, "notRecorded"),
      row("2026-01-04", 5, "automatic"),
      row("2026-01-05", -5),
      row("2026-01-06", 0),
      row("2026-01-09", 5),
    ]);
    expect(history.orderDays).toEqual([day("2026-01-03"), day("2026-01-09")]);
  });

  it("is empty without rows", () => {
    expect(orderHistory([])).toEqual(emptyAccountHistory.orders);
  });

  it("refuses bad rows and names them", () => {
    const good = row("2026-01-01", 1);
    expect(() => orderHistory([good, { ...good, day: 0.5 }])).toThrow(/^rows\[1\]\.day/);
    expect(() => orderHistory([good, { ...good, amountMinor: Number.NaN }])).toThrow(
      /^rows\[1\]\.amountMinor/,
    );
  });
});
