import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lateDeliveries, wilsonInterval } from "@/lib/metrics";
import { expectContained, expectSame, limitsOf } from "../intervals";

const asOfDay = 100;
const delivery = fc.record({
  promisedDay: fc.integer({ min: 50, max: 130 }),
  deliveredDay: fc.option(fc.integer({ min: 40, max: 140 })),
});
const accounts = fc.array(fc.array(delivery, { maxLength: 4 }), { maxLength: 12 });
const came = (promisedDay: number, deliveredDay: number) => ({ promisedDay, deliveredDay });
const out = (promisedDay: number) => ({ promisedDay, deliveredDay: null });

describe("late deliveries", () => {
  it("are those after the promised day; on the day is not late", () => {
    const late = lateDeliveries([[came(10, 12), came(10, 10)], [came(10, 9)], [came(10, 30)]], {
      asOfDay,
    });
    expect(late).toMatchObject({ due: 4, late: 2, share: { value: 0.5, n: 3 } });
    expect(late.medianDaysLate).toBe(2);
  });

  it("still out count from the day after their promise, and as out, not as come", () => {
    const at = (promisedDay: number) => lateDeliveries([[out(promisedDay)]], { asOfDay });
    expect(at(99)).toMatchObject({ due: 1, late: 1, medianDaysLate: null });
    expect(at(100)).toMatchObject({ due: 0, late: 0, share: { reason: "noData" } });
    expect(lateDeliveries([[came(90, 101)]], { asOfDay })).toEqual(
      lateDeliveries([[out(90)]], { asOfDay }),
    );
    expect(lateDeliveries([[came(105, 100)]], { asOfDay })).toMatchObject({ due: 1, late: 0 });
  });

  it("are censored in the median while they are out", () => {
    const late = lateDeliveries([[came(50, 53), came(50, 57), out(60), out(98)]], { asOfDay });
    // Of four late ones: one within 2 days not yet come, then 3 of 3 at risk on day 3, 2 on day 7.
    expect(late.medianDaysLate).toBe(7);
    expect(late.medianLimits).toMatchObject({ high: null });
    // Two that are one and two days late so far say nothing of day 3.
    expect(lateDeliveries([[came(50, 53), out(98), out(99)]], { asOfDay }).medianDaysLate).toBe(3);
    expect(lateDeliveries([[came(50, 53), out(60), out(61)]], { asOfDay }).medianDaysLate).toBe(
      null,
    );
  });

  it("belong to accounts: one bad account is more doubtful than many small slips", () => {
    const bad = lateDeliveries(
      Array.from({ length: 8 }, (_, i) => Array(5).fill(i === 0 ? came(10, 12) : came(10, 9))),
      { asOfDay },
    );
    const spread = lateDeliveries(
      Array.from({ length: 8 }, (_, i) => [
        came(10, i < 5 ? 12 : 9),
        ...Array(4).fill(came(10, 9)),
      ]),
      { asOfDay },
    );
    expect([bad.share.value, spread.share.value]).toEqual([0.125, 0.125]);
    expect(bad.share).toMatchObject({ n: 8, interval: { method: "ratio", low: 0, n: 8 } });
    expect(lateDeliveries([[came(10, 12)], [], [out(120)]], { asOfDay }).share.n).toBe(1);
    expect(spread.share).toMatchObject({ interval: { method: "wilson", n: 8 } });
    expect(limitsOf(spread.share)).toEqual(limitsOf(wilsonInterval(5, 40)));
  });

  it("have a share within 0..1 and its interval, whatever the order or a second copy", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const late = lateDeliveries(list, { asOfDay });
        expectContained(late.share);
        expect(late.late).toBeLessThanOrEqual(late.due);
        if (late.share.value !== null) {
          expect(late.share.value).toBeCloseTo(late.late / late.due, 12);
          const [low, high] = limitsOf(late.share);
          expect(low >= 0 && high <= 1).toBe(true);
        }
        for (const other of [[...list].reverse(), [...list, ...list]]) {
          expectSame(lateDeliveries(other, { asOfDay }).share, late.share);
          expect(lateDeliveries(other, { asOfDay }).medianDaysLate).toBe(late.medianDaysLate);
        }
      }),
    );
  });

  it("have no median where none was late, and no share where nothing was due", () => {
    expect(lateDeliveries([[came(10, 9)]], { asOfDay })).toMatchObject({
      medianDaysLate: null,
      medianLimits: null,
      share: { value: 0 },
    });
    expect(lateDeliveries([[], []], { asOfDay }).share).toEqual({
      value: null,
      n: 0,
      reason: "noData",
    });
  });

  it("names account and row of a day that is not whole", () => {
    expect(() => lateDeliveries([[], [came(1, 1), came(1.5, 1)]], { asOfDay })).toThrow(
      /accounts\[1\]\[1\].promisedDay/,
    );
    expect(() => lateDeliveries([[came(1, 1.5)]], { asOfDay })).toThrow(
      /accounts\[0\]\[0\].deliveredDay/,
    );
    expect(() => lateDeliveries([], { asOfDay: 0.5 })).toThrow(/asOfDay/);
  });
});
