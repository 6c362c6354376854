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

  const at = (given: Parameters<typeof assess>[0], asOfDay = asOf) =>
    assess(given, asOfDay).activity;

  it("never bought and is neither active nor lost", () => {
    expect(at({})).toEqual({
      isActive: false,
      hasContract: false,
      hasOrders: false,
      lostOnDay: null,
    });
  });

  it("counts from the day recorded, not from the day it takes effect, and only what is known by then", () => {
    const later = { recordedDay: asOf + 1, effectiveDay: asOf - 5 };
    expect(at({ contracts: [contract()], churn: later }).isActive).toBe(true);
    const known = { recordedDay: asOf, effectiveDay: asOf };
    expect(at({ contracts: [contract()], churn: known })).toEqual({
      isActive: false,
      hasContract: false,
      hasOrders: false,
      lostOnDay: asOf,
    });
  });

  it("is won back by an order or a contract on the day of the churn or after it", () => {
    const churn = { recordedDay: asOf - 50, effectiveDay: asOf - 40 };
    const contractFrom = (startDay: number) => at({ contracts: [contract({ startDay })], churn });
    expect([contractFrom(asOf - 40), contractFrom(asOf - 41)].map((one) => one.isActive)).toEqual([
      true,
      false,
    ]);
    const orderOn = (on: number) => at({ rows: orders([on]), churn });
    expect([orderOn(asOf - 40), orderOn(asOf - 41)].map((one) => one.isActive)).toEqual([
      true,
      false,
    ]);
    expect(orderOn(asOf - 41).lostOnDay).toBe(asOf - 40);
  });

  it("was lost on the later of its two halves, and on the recorded day where there is one", () => {
    const ended = [
      contract({ endDay: day("2026-03-01") }),
      contract({ endDay: day("2026-01-01") }),
      contract({ endDay: asOf + 9, startDay: asOf + 1 }),
    ];
    expect(at({ contracts: ended }).lostOnDay).toBe(day("2026-03-01"));
    expect(at({ contracts: ended.toReversed() }).lostOnDay).toBe(day("2026-03-01"));
    expect(at({ contracts: ended, rows: orders([day("2025-06-30")]) }).lostOnDay).toBe(
      day("2026-06-30"),
    );
    expect(at({ contracts: ended, rows: orders([day("2024-12-15")]) }).lostOnDay).toBe(
      day("2026-03-01"),
    );
    const churn = { recordedDay: day("2026-02-01"), effectiveDay: day("2026-02-15") };
    expect(at({ contracts: ended, churn }).lostOnDay).toBe(day("2026-02-15"));
  });

  it("keeps the halves apart: a running contract beside lost orders, orders beside an ended contract", () => {
    expect(at({ contracts: [contract()], rows: orders([day("2024-12-15")]) })).toEqual({
      isActive: true,
      hasContract: true,
      hasOrders: false,
      lostOnDay: null,
    });
    const ended = [contract({ endDay: day("2026-03-01") })];
    expect(at({ contracts: ended, rows: orders([asOf - 5]) })).toMatchObject({
      hasContract: false,
      hasOrders: true,
      lostOnDay: null,
    });
  });

  it("is not active without an order in twelve months, though its rhythm does not call it lost yet", () => {
    const slow = orders([0, 200, 400, 600].map((offset) => asOf - 1100 + offset));
    expect(at({ rows: slow })).toMatchObject({ isActive: false, lostOnDay: null });
  });

  it("takes no credit note for an order", () => {
    const credit = { day: day("2026-03-01"), amountMinor: -5, choice: "active" as const };
    const slow = orders([0, 200, 400, 600].map((offset) => asOf - 1100 + offset));
    expect(at({ rows: [...slow, credit] }).isActive).toBe(false);
  });

  const standing = (...dates: string[]) =>
    dates.map((date) => ({ day: day(date), amountMinor: 100, choice: "automatic" as const }));

  it("keeps a standing order customer for twelve months after its last month, whatever comes later", () => {
    for (const rows of [standing("2025-09-15"), standing("2025-09-15", "2026-11-15")]) {
      expect(at({ rows }, day("2026-08-31"))).toMatchObject({ isActive: true, lostOnDay: null });
      expect(at({ rows })).toMatchObject({ isActive: false, lostOnDay: asOf });
    }
  });

  it("is not won back by a standing order that merely runs on after the churn", () => {
    const churn = { recordedDay: asOf - 50, effectiveDay: asOf - 40 };
    const rows = standing("2026-07-15", "2026-08-15", "2026-09-15");
    expect(at({ rows })).toMatchObject({ isActive: true });
    expect(at({ rows, churn })).toMatchObject({ isActive: false, lostOnDay: asOf - 40 });
  });

  it("counts an order of the running month", () => {
    const single = orders([day("2026-10-03")]);
    expect(at({ rows: single }, day("2026-10-03")).isActive).toBe(true);
    expect(at({ rows: single }, day("2026-10-02")).isActive).toBe(false);
  });
});
