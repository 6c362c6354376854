import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustomerRevenue, clusteredRatio, cohortRevenue } from "@/lib/metrics";

const OPTIONS = { monthsPerPeriod: 3, periods: [1, 2, 3], lastMonth: 23 };

const amounts = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 24, maxLength: 24 });
const customers = fc.array(
  fc.record({
    firstMonth: fc.integer({ min: 0, max: 23 }),
    orderMinor: amounts,
    yearlyContractMinor: amounts,
  }),
  { maxLength: 20 },
);

function valuesOf(rows: readonly CustomerRevenue[], options = OPTIONS) {
  return cohortRevenue(rows, options).map(({ firstMonth, n, cells }) => ({
    firstMonth,
    n,
    values: cells.map(({ value }) => value),
  }));
}

describe("cohort revenue", () => {
  it("counts a twelfth of a contract's yearly value in each month at whose close it runs", () => {
    const row = { firstMonth: 0, orderMinor: [], yearlyContractMinor: [1200, 1200, 1200, 2400] };
    const [cohort] = valuesOf([row], { monthsPerPeriod: 1, periods: [1, 2, 3], lastMonth: 3 });
    expect(cohort?.values).toEqual([1, 1, 2]);
    const both = { ...row, orderMinor: [100, 100, 300], yearlyContractMinor: [1200, 0, 1200] };
    const [mixed] = valuesOf([both], { monthsPerPeriod: 1, periods: [1, 2], lastMonth: 3 });
    expect(mixed?.values).toEqual([0.5, 2]);
  });

  it("leaves out who began after the last month, and no one who began in it", () => {
    const rows = [22, 23, 24].map((firstMonth) => ({
      firstMonth,
      orderMinor: [1],
      yearlyContractMinor: [],
    }));
    expect(valuesOf(rows)).toEqual([{ firstMonth: 21, n: 2, values: [null, null, null] }]);
  });

  it("counts each customer's periods from its own first month", () => {
    const rows = [0, 2].map((firstMonth) => ({
      firstMonth,
      orderMinor: [100, 0, 0, 50, 0, 0],
      yearlyContractMinor: [],
    }));
    expect(valuesOf(rows)).toEqual([{ firstMonth: 0, n: 2, values: [0.5, 0, 0] }]);
  });

  it("has no cell until the youngest has been through the period, and none of those older than the data", () => {
    const rows = [0, 2].map((firstMonth) => ({
      firstMonth,
      orderMinor: [1, 1, 1, 1, 1, 1, 1, 1],
      yearlyContractMinor: [],
    }));
    expect(cohortRevenue(rows, { ...OPTIONS, periods: [1], lastMonth: 6 })[0]?.cells).toEqual([
      { value: null, n: 2, reason: "notReached" },
    ]);
    expect(
      cohortRevenue(rows, { ...OPTIONS, periods: [1], lastMonth: 7 })[0]?.cells[0]?.value,
    ).toBe(1);
    expect(cohortRevenue(rows, { ...OPTIONS, periods: [1], dataFromMonth: 1 })[0]?.cells).toEqual([
      { value: null, n: 2, reason: "beforeData" },
    ]);
    expect(
      cohortRevenue(rows, { ...OPTIONS, periods: [1], dataFromMonth: 0 })[0]?.cells[0]?.value,
    ).toBe(1);
  });

  it("has the interval of a ratio by account, and no ratio of nothing", () => {
    const rows = [
      { firstMonth: 0, orderMinor: [90, 0, 0, 30], yearlyContractMinor: [] },
      { firstMonth: 1, orderMinor: [10, 0, 0, 30], yearlyContractMinor: [] },
    ];
    const cell = cohortRevenue(rows, { ...OPTIONS, periods: [1] })[0]?.cells[0];
    expect(cell).toEqual(
      clusteredRatio([
        { y: 30, x: 90 },
        { y: 30, x: 10 },
      ]),
    );
    const nothing = [{ firstMonth: 0, orderMinor: [0, 0, 0, 5], yearlyContractMinor: [] }];
    expect(cohortRevenue(nothing, { ...OPTIONS, periods: [1] })[0]?.cells[0]).toMatchObject({
      value: null,
      reason: "zeroDenominator",
    });
    expect(cohortRevenue([], OPTIONS)).toEqual([]);
  });

  it("does not depend on the order of rows, on the currency, or on telling every customer twice", () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const told = valuesOf(rows);
        expect(valuesOf(rows.toReversed())).toEqual(told);
        const scaled = rows.map((row) => ({
          ...row,
          orderMinor: row.orderMinor.map((minor) => minor * 4),
          yearlyContractMinor: row.yearlyContractMinor.map((minor) => minor * 4),
        }));
        for (const [at, { values }] of valuesOf(scaled).entries())
          values.forEach((value, cell) => {
            if (value === null) expect(told[at]?.values[cell]).toBeNull();
            else expect(value).toBeCloseTo(told[at]?.values[cell] as number, 9);
          });
        for (const [at, { n, values }] of valuesOf([...rows, ...rows]).entries()) {
          expect(n).toBe(2 * (told[at]?.n ?? 0));
          values.forEach((value, cell) => {
            if (value !== null) expect(value).toBeCloseTo(told[at]?.values[cell] as number, 9);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("refuses what is not a number of months or of money", () => {
    const row = { firstMonth: 0, orderMinor: [Number.NaN], yearlyContractMinor: [] };
    expect(() => cohortRevenue([row], OPTIONS)).toThrow("customers[0].orderMinor");
    const fine = { ...row, orderMinor: [1] };
    for (const [bad, message] of [
      [{ monthsPerPeriod: 0 }, "monthsPerPeriod must be above 0"],
      [{ monthsPerPeriod: 1.5 }, "monthsPerPeriod must be a whole number"],
      [{ periods: [1, 1.5] }, "periods must be a whole number"],
    ] as const)
      expect(() => cohortRevenue([fine], { ...OPTIONS, ...bad })).toThrow(message);
  });
});
