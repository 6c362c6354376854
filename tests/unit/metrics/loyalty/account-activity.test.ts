import { describe, expect, it } from "vitest";
import { asOf, assess, contract, day, orders } from "./builders";

describe("lost and won back", () => {
  const rows = orders([0, 30, 60, 90].map((offset) => asOf - 220 + offset));

  it("loses an order customer on the day the wait reaches twice the late line", () => {
    const lastDay = asOf - 130;
    expect(assess({ rows }, lastDay + 119).activity.isActive).toBe(true);
    const lost = assess({ rows }, lastDay + 120);
    expect(lost.activity).toMatchObject({ isActive: false, lostOnDay: lastDay + 120 });
    expect(lost.standing).toBeNull();
  });

  it("wins it back with a later order", () => {
    const again = [...rows, ...orders([asOf])];
    expect(assess({ rows: again }).activity.isActive).toBe(true);
  });

  it("keeps an order customer without a rhythm for twelve months", () => {
    const single = orders([day("2025-10-05")]);
    expect(assess({ rows: single }, day("2026-09-30")).activity.isActive).toBe(true);
    expect(assess({ rows: single }, day("2026-10-31")).activity.isActive).toBe(false);
  });

  it("loses a contract customer on its end date: a service that ends on 31 December is not active at that close", () => {
    const ends = [contract({ endDay: day("2026-12-31"), renewal: null })];
    expect(assess({ contracts: ends }, day("2026-12-30")).activity.isActive).toBe(true);
    expect(assess({ contracts: ends }, day("2026-12-31")).activity).toMatchObject({
      isActive: false,
      lostOnDay: day("2026-12-31"),
    });
  });

  it("is leaving between a recorded churn and its day, lost after it, won back by a later contract", () => {
    const churn = { recordedDay: asOf - 10, effectiveDay: asOf + 20 };
    expect(assess({ contracts: [contract()], churn }).standing).toMatchObject({
      reason: "noticeGiven",
    });
    expect(assess({ contracts: [contract()], churn }, asOf + 20).activity.isActive).toBe(false);
    const later = contract({ startDay: asOf + 40 });
    expect(assess({ contracts: [contract(), later], churn }, asOf + 50).activity.isActive).toBe(
      true,
    );
  });

  it("does not lose an account with quarterly standing orders by the rhythm of its other orders", () => {
    const standing = { day: asOf - 80, amountMinor: 100, choice: "automatic" as const };
    const both = [...rows, standing];
    expect(assess({ rows: both }).activity.isActive).toBe(true);
    expect(assess({ rows: both }, day("2027-06-30")).activity.isActive).toBe(true);
    expect(assess({ rows: both }, day("2027-07-31")).activity).toMatchObject({
      isActive: false,
      lostOnDay: day("2027-07-31"),
    });
  });
});
