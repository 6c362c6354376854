import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cohort, cohortRetention, cohortTable, kaplanMeier } from "@/lib/metrics";
import { firstDayOfMonth, shiftMonths } from "@/lib/metrics/core/calendar";
import { expectContained } from "../intervals";

const january = 2024 * 12;
const day = (month: number, dayOfMonth = 1) => firstDayOfMonth(january + month) + dayOfMonth - 1;
const values = (cells: readonly { value: number | null }[]) => cells.map(({ value }) => value);

const customers = fc.array(
  fc
    .record({
      firstDay: fc.integer({ min: day(0), max: day(24) }),
      days: fc.option(fc.integer({ min: 0, max: 500 })),
    })
    .map(({ firstDay, days }) => ({ firstDay, lostDay: days === null ? null : firstDay + days })),
  { maxLength: 30 },
);
const ages = [0, 1, 3, 6, 12];

describe("cohort retention", () => {
  it("counts who is not lost by the day so many months after its own first day", () => {
    const rows = [
      { firstDay: day(0, 10), lostDay: day(1, 10) },
      { firstDay: day(0, 20), lostDay: day(1, 21) },
      { firstDay: day(0, 31), lostDay: null },
    ];
    const cells = cohortRetention(rows, { ages: [0, 1, 2], asOfDay: day(6) });
    expect(values(cells)).toEqual([1, 2 / 3, 1 / 3]);
    expect(cells[1]).toMatchObject({ n: 3, interval: { method: "wilson", n: 3 } });
  });

  it("leaves a cell empty until the youngest has reached the age, and never says 0 instead", () => {
    const rows = [
      { firstDay: day(0, 10), lostDay: null },
      { firstDay: day(0, 20), lostDay: day(0, 25) },
    ];
    const at = (asOfDay: number) => cohortRetention(rows, { ages: [1], asOfDay })[0];
    expect(at(day(1, 19))).toEqual({ value: null, n: 2, reason: "notReached" });
    expect(at(day(1, 20))).toMatchObject({ value: 0.5, n: 2 });
    expect(cohortRetention([], { ages: [1, 2], asOfDay: 0 })).toEqual([
      { value: null, n: 0, reason: "noData" },
      { value: null, n: 0, reason: "noData" },
    ]);
  });

  it("says nothing of customers older than the data: those lost before are not in them", () => {
    const rows = [{ firstDay: day(0, 10), lostDay: null }];
    const options = { ages: [1], asOfDay: day(9) };
    expect(cohortRetention(rows, { ...options, dataFromDay: day(0, 11) })).toEqual([
      { value: null, n: 1, reason: "beforeData" },
    ]);
    expect(cohortRetention(rows, { ...options, dataFromDay: day(0, 10) })).toMatchObject([
      { value: 1 },
    ]);
  });

  it("never rises with age, lies inside its interval and does not depend on row order", () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const options = { ages, asOfDay: day(40) };
        const cells = cohortRetention(rows, options);
        expect(cohortRetention([...rows].reverse(), options)).toEqual(cells);
        let before = 1;
        for (const cell of cells) {
          expectContained(cell);
          if (cell.value === null) continue;
          expect(cell.value).toBeLessThanOrEqual(before);
          before = cell.value;
        }
        const doubled = cohortRetention([...rows, ...rows], options);
        expect(values(doubled)).toEqual(values(cells));
      }),
    );
  });

  it("is the Kaplan-Meier curve where everybody has reached the age", () => {
    const rows = [40, 70, 70, 200, null].map((lost) => ({
      firstDay: day(0),
      lostDay: lost === null ? null : day(0) + lost,
    }));
    const age = shiftMonths(day(0), 3) - day(0);
    const curve = kaplanMeier(
      rows.map(({ lostDay }) => ({
        time: (lostDay ?? day(12)) - day(0),
        event: lostDay !== null,
      })),
    );
    const left = curve.steps.findLast(({ time }) => time <= age)?.survival;
    const cell = cohortRetention(rows, { ages: [3], asOfDay: day(12) })[0];
    expect(cell?.value).toBeCloseTo(left ?? Number.NaN, 10);
  });
});

describe("the cohort table", () => {
  const table = (monthsPerCohort?: number): Cohort[] =>
    cohortTable(
      [
        { firstDay: day(4, 30), lostDay: null },
        { firstDay: day(0, 5), lostDay: day(1, 20) },
        { firstDay: day(1, 5), lostDay: null },
        { firstDay: day(7, 5), lostDay: null },
      ],
      {
        ages: [1, 2],
        asOfDay: day(6, 15),
        ...(monthsPerCohort === undefined ? {} : { monthsPerCohort }),
      },
    );

  it("has one row per month with customers, oldest first, without those yet to come", () => {
    expect(
      table().map(({ firstMonth, n, cells }) => [firstMonth - january, n, values(cells)]),
    ).toEqual([
      [0, 1, [1, 0]],
      [1, 1, [1, 1]],
      [4, 1, [1, null]],
    ]);
  });

  it("counts who began on the as-of day itself, at age 0", () => {
    const rows = [{ firstDay: 5, lostDay: null }];
    expect(cohortTable(rows, { ages: [0, 1], asOfDay: 5 })).toMatchObject([
      { n: 1, cells: [{ value: 1 }, { reason: "notReached" }] },
    ]);
    expect(cohortTable(rows, { ages: [0], asOfDay: 4 })).toEqual([]);
  });

  it("groups by quarter or by calendar year where months are too few", () => {
    expect(table(3).map(({ firstMonth, n }) => [firstMonth - january, n])).toEqual([
      [0, 2],
      [3, 1],
    ]);
    expect(table(12).map(({ firstMonth, n }) => [firstMonth - january, n])).toEqual([[0, 3]]);
  });

  it("shows every customer once, each row being the retention of its own cohort", () => {
    fc.assert(
      fc.property(customers, fc.constantFrom(1, 3, 12), (rows, monthsPerCohort) => {
        const options = { ages, asOfDay: day(30) };
        const cohorts = cohortTable(rows, { ...options, monthsPerCohort });
        expect(cohorts.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length);
        for (const { firstMonth, cells } of cohorts) {
          const own = rows.filter(
            ({ firstDay }) =>
              firstDay >= firstDayOfMonth(firstMonth) &&
              firstDay < firstDayOfMonth(firstMonth + monthsPerCohort),
          );
          expect(cells).toEqual(cohortRetention(own, options));
        }
      }),
    );
  });

  it("is empty without customers and refuses what is not a cohort, an age or a day", () => {
    const options = { ages: [1], asOfDay: 10 };
    expect(cohortTable([], options)).toEqual([]);
    expect(() => cohortTable([], { ...options, monthsPerCohort: 0 })).toThrow(
      "monthsPerCohort must be above 0",
    );
    expect(() => cohortTable([], { ...options, monthsPerCohort: 1.5 })).toThrow(/monthsPerCohort/);
    expect(() => cohortTable([{ firstDay: 0.5, lostDay: null }], options)).toThrow(
      /customers\[0\].firstDay/,
    );
    expect(() => cohortRetention([{ firstDay: 5, lostDay: 4 }], options)).toThrow(
      "rows[0].lostDay must not come before firstDay",
    );
    expect(() => cohortRetention([], { ages: [1, -1], asOfDay: 0 })).toThrow(/ages\[1\]/);
    expect(() => cohortRetention([], { ages: [], asOfDay: 0.5 })).toThrow(/asOfDay/);
    expect(() => cohortRetention([], { ages: [], asOfDay: 0, dataFromDay: 0.5 })).toThrow(
      /dataFromDay/,
    );
  });
});
