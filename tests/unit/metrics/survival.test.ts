import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier, logRank, type SurvivalRow, secondOrderWithin } from "@/lib/metrics";

/** Weeks of remission in the two arms of Freireich et al. (1963), as tabulated by Gehan (1965); + is censored. */
const read = (text: string): SurvivalRow[] =>
  text.split(" ").map((cell) => ({ time: Number.parseInt(cell, 10), event: !cell.endsWith("+") }));
const treated = read("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
const placebo = read("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");

const rows = fc.array(fc.record({ time: fc.integer({ min: 1, max: 60 }), event: fc.boolean() }), {
  maxLength: 40,
});

describe("the Kaplan-Meier curve", () => {
  it("meets the published treatment arm: steps, first interval, median", () => {
    const curve = kaplanMeier(treated);
    if (curve.reason !== null) throw new Error("no curve");
    expect(curve.steps.map(({ survival }) => Number(survival.toFixed(4)))).toEqual([
      0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482,
    ]);
    expect(curve.steps[0]?.low).toBeCloseTo(0.6197, 4);
    expect(curve.steps[0]?.high).toBeCloseTo(0.9516, 4);
    expect(curve.median).toBe(23);
  });

  it("never rises, lies inside its interval and within 0..1", () => {
    fc.assert(
      fc.property(rows, (list) => {
        let before = 1;
        for (const { survival, low, high } of kaplanMeier(list).steps) {
          expect(survival).toBeLessThanOrEqual(before + 1e-12);
          expect(survival).toBeGreaterThanOrEqual(0);
          if (low !== null && high !== null)
            expect(low <= survival + 1e-12 && survival <= high + 1e-12).toBe(true);
          before = survival;
        }
      }),
    );
  });

  it("is the plain share where nobody is censored", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (times) => {
        const curve = kaplanMeier(times.map((time) => ({ time, event: true })));
        for (const { time, survival } of curve.steps)
          expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 10);
      }),
    );
  });

  it("does not depend on the order of rows, and duplicating every account changes no share", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const shares = (some: readonly SurvivalRow[]) =>
          kaplanMeier(some).steps.map(({ survival }) => Number(survival.toFixed(9)));
        expect(shares([...list].reverse())).toEqual(shares(list));
        expect(shares([...list, ...list])).toEqual(shares(list));
      }),
    );
  });

  it("counts an account that entered late only from then on", () => {
    const late = kaplanMeier([
      { time: 5, event: true },
      { time: 10, event: true },
      { time: 12, event: false, entry: 7 },
    ]);
    expect(late.steps.map(({ atRisk }) => atRisk)).toEqual([2, 2]);
  });

  it("has no median while more than half remain, and no interval at 1 or 0", () => {
    expect(kaplanMeier([{ time: 3, event: false }])).toMatchObject({ steps: [], median: null });
    expect(kaplanMeier([{ time: 3, event: true }]).steps[0]).toMatchObject({
      survival: 0,
      low: null,
    });
    expect(kaplanMeier([])).toMatchObject({ reason: "noData" });
  });

  it("refuses a time before its entry and names the row", () => {
    expect(() => kaplanMeier([{ time: 3, event: true, entry: 4 }])).toThrow(/rows\[0\]/);
  });
});

describe("the log-rank test", () => {
  it("meets the published 16.793 of treatment against placebo", () => {
    const test = logRank([treated, placebo]);
    if (test.value === null) throw new Error("no test");
    expect(test.value).toBeCloseTo(16.793, 3);
    expect(test.pValue).toBeCloseTo(4.17e-5, 6);
    expect(test.isRealDifference).toBe(true);
  });

  it("finds nothing between a group and itself, and does not care which comes first", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        expect(logRank([a, a]).value ?? 0).toBeCloseTo(0, 9);
        expect(logRank([a, b]).value ?? -1).toBeCloseTo(logRank([b, a]).value ?? -1, 6);
      }),
    );
  });

  it("is not known with one group, or without any end", () => {
    expect(logRank([treated])).toMatchObject({ value: null, reason: "noData" });
    expect(logRank([[{ time: 1, event: false }], [{ time: 2, event: false }]]).value).toBeNull();
  });
});

describe("the second order within W days of the first", () => {
  it("censors younger customers instead of failing them", () => {
    const asOfDay = 1000;
    const old = [[0, 40], [0], [0], [0]];
    const young = [[990], [995]];
    const plain = secondOrderWithin(old, { windowDays: 90, asOfDay });
    expect(plain.value).toBeCloseTo(0.25, 10);
    expect(secondOrderWithin([...old, ...young], { windowDays: 90, asOfDay }).value).toBeCloseTo(
      0.25,
      10,
    );
  });

  it("says not reached while nobody was followed for the whole window", () => {
    expect(secondOrderWithin([[990], [995]], { windowDays: 90, asOfDay: 1000 })).toMatchObject({
      value: null,
      reason: "notReached",
    });
    expect(secondOrderWithin([], { windowDays: 90, asOfDay: 1000 })).toMatchObject({
      reason: "noData",
    });
  });

  it("grows with the window", () => {
    const customers = fc.array(
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 1 }).map((gap) => [0, ...gap]),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(customers, (list) => {
        const at = (windowDays: number) =>
          secondOrderWithin(list, { windowDays, asOfDay: 500 }).value ?? 0;
        expect(at(180)).toBeGreaterThanOrEqual(at(90) - 1e-12);
      }),
    );
  });
});
