import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customerSurvival, kaplanMeier } from "@/lib/metrics";

const customers = fc.array(
  fc
    .record({
      firstDay: fc.integer({ min: 0, max: 300 }),
      days: fc.option(fc.integer({ min: 0, max: 300 })),
    })
    .map(({ firstDay, days }) => ({ firstDay, lostDay: days === null ? null : firstDay + days })),
  { maxLength: 30 },
);

describe("customer survival", () => {
  it("censors who is still there at the as-of day, or was lost only later", () => {
    const rows = [
      { firstDay: 0, lostDay: 40 },
      { firstDay: 10, lostDay: null },
      { firstDay: 20, lostDay: 150 },
    ];
    expect(customerSurvival(rows, { asOfDay: 100 })).toEqual(
      kaplanMeier([
        { time: 40, event: true },
        { time: 90, event: false },
        { time: 80, event: false },
      ]),
    );
    expect(customerSurvival(rows, { asOfDay: 150 })).toMatchObject({ events: 2 });
  });

  it("lets older customers enter at the age they had when the data begin", () => {
    const rows = [
      { firstDay: 0, lostDay: 250 },
      { firstDay: 150, lostDay: null },
      { firstDay: 100, lostDay: null },
    ];
    expect(customerSurvival(rows, { asOfDay: 300, dataFromDay: 100 })).toEqual(
      kaplanMeier([
        { time: 250, event: true, entry: 100 },
        { time: 150, event: false },
        { time: 200, event: false },
      ]),
    );
  });

  it("does not see who began after the as-of day, or was lost by the day the data begin", () => {
    const options = { asOfDay: 300, dataFromDay: 100 };
    expect(customerSurvival([{ firstDay: 301, lostDay: null }], options)).toMatchObject({ n: 0 });
    expect(customerSurvival([{ firstDay: 20, lostDay: 100 }], options)).toMatchObject({ n: 0 });
    expect(customerSurvival([{ firstDay: 20, lostDay: 101 }], options)).toMatchObject({ n: 1 });
    expect(customerSurvival([{ firstDay: 300, lostDay: null }], options)).toMatchObject({ n: 1 });
    expect(customerSurvival([], options)).toMatchObject({ reason: "noData" });
  });

  it("does not change when all days are moved, or the customers reordered", () => {
    fc.assert(
      fc.property(customers, fc.integer({ min: -500, max: 500 }), (list, by) => {
        const moved = list.map(({ firstDay, lostDay }) => ({
          firstDay: firstDay + by,
          lostDay: lostDay === null ? null : lostDay + by,
        }));
        const curve = customerSurvival(list, { asOfDay: 400, dataFromDay: 100 });
        expect(
          customerSurvival(moved.reverse(), { asOfDay: 400 + by, dataFromDay: 100 + by }),
        ).toEqual(curve);
      }),
    );
  });

  it("names the customer whose days are wrong", () => {
    const good = { firstDay: 0, lostDay: 0 };
    const options = { asOfDay: 10 };
    expect(() => customerSurvival([good, { firstDay: 5, lostDay: 4 }], options)).toThrow(
      "customers[1].lostDay must not come before firstDay",
    );
    expect(() => customerSurvival([{ firstDay: 0.5, lostDay: null }], options)).toThrow(
      /customers\[0\].firstDay/,
    );
    expect(() => customerSurvival([{ firstDay: 0, lostDay: 1.5 }], options)).toThrow(
      /customers\[0\].lostDay/,
    );
    expect(() => customerSurvival([good], { asOfDay: 0.5 })).toThrow(/asOfDay/);
    expect(() => customerSurvival([good], { asOfDay: 10, dataFromDay: 0.5 })).toThrow(
      /dataFromDay/,
    );
  });
});
