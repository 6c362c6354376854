import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier, type SurvivalRow } from "@/lib/metrics";
import { survivalAt } from "@/lib/metrics/retention/kaplan-meier";
import { late, treated } from "./remission";

const rows = fc.array(
  fc
    .record({
      entry: fc.integer({ min: 0, max: 20 }),
      days: fc.integer({ min: 1, max: 40 }),
      event: fc.boolean(),
    })
    .map(({ entry, days, event }): SurvivalRow => ({ entry, time: entry + days, event })),
  { maxLength: 40 },
);

function curveOf(some: readonly SurvivalRow[]) {
  const curve = kaplanMeier(some);
  if (curve.reason !== null) throw new Error("no curve");
  return curve;
}

/** The definition itself, one pass over all rows per time. */
function bruteForce(some: readonly SurvivalRow[]): number[][] {
  let survival = 1;
  const times = [...new Set(some.filter(({ event }) => event).map(({ time }) => time))];
  return times
    .sort((a, b) => a - b)
    .map((at) => {
      const atRisk = some.filter(
        ({ time, entry = 0 }) => time >= at && (entry === 0 || entry < at),
      ).length;
      const ends = some.filter(({ time, event }) => event && time === at).length;
      survival *= 1 - ends / atRisk;
      return [at, atRisk, ends, survival];
    });
}

describe("the Kaplan-Meier curve", () => {
  it("meets the published treatment arm: steps, intervals, median and its limits", () => {
    const curve = curveOf(treated);
    expect(curve.steps.map(({ survival }) => Number(survival.toFixed(4)))).toEqual([
      0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482,
    ]);
    expect(curve.steps.map(({ low }) => Number(low?.toFixed(4)))).toEqual([
      0.6197, 0.5631, 0.5032, 0.4316, 0.3675, 0.2678, 0.1881,
    ]);
    expect(curve.steps.map(({ high }) => Number(high?.toFixed(4)))).toEqual([
      0.9516, 0.9228, 0.8894, 0.8491, 0.8049, 0.7468, 0.6801,
    ]);
    expect(curve).toMatchObject({ n: 21, events: 9, median: 23, lastTime: 35 });
    expect(curve.medianLimits).toEqual({ low: 13, high: null });
  });

  it("counts accounts that entered late only from then on, as R's survfit does", () => {
    const curve = curveOf(late);
    expect(curve.steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual([
      [3, 5, 1],
      [5, 6, 1],
      [7, 7, 1],
      [8, 6, 2],
      [10, 4, 1],
      [12, 3, 1],
    ]);
    const digits = (values: (number | null | undefined)[]) =>
      values.map((value) => Number(value?.toFixed(6)));
    expect(digits(curve.steps.map(({ survival }) => survival))).toEqual([
      0.8, 0.666667, 0.571429, 0.380952, 0.285714, 0.190476,
    ]);
    expect(digits(curve.steps.map(({ low }) => low))).toEqual([
      0.203809, 0.194617, 0.171866, 0.09618, 0.058391, 0.026423,
    ]);
    expect(digits([curve.steps[3]?.high])).toEqual([0.671819]);
    expect(curve).toMatchObject({ median: 8, medianLimits: { low: 3, high: 12 }, events: 7 });
  });

  it("is its definition, computed row by row for every time", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const steps = kaplanMeier(list).steps.map(({ time, atRisk, events, survival }) => [
          time,
          atRisk,
          events,
          Number(survival.toFixed(9)),
        ]);
        const expected = bruteForce(list).map((step) => step.map((x) => Number(x.toFixed(9))));
        expect(steps).toEqual(expected);
      }),
    );
  });

  it("never rises, lies inside its interval and within 0..1", () => {
    fc.assert(
      fc.property(rows, (list) => {
        let before = 1;
        for (const { survival, low, high } of kaplanMeier(list).steps) {
          expect(survival).toBeLessThanOrEqual(before + 1e-12);
          expect(survival).toBeGreaterThanOrEqual(0);
          expect((low === null) === (survival === 0)).toBe(true);
          if (low !== null && high !== null)
            expect(0 <= low && low <= survival && survival <= high && high <= 1).toBe(true);
          before = survival;
        }
      }),
    );
  });

  it("is the plain share where nobody is censored", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (times) => {
        for (const { time, survival } of kaplanMeier(times.map((at) => ({ time: at, event: true })))
          .steps)
          expect(survival).toBeCloseTo(times.filter((t) => t > time).length / times.length, 10);
      }),
    );
  });

  it("does not depend on the order of rows or the unit of time, and duplicating every account changes no share", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const shares = (some: readonly SurvivalRow[]) =>
          kaplanMeier(some).steps.map(({ survival }) => Number(survival.toFixed(9)));
        expect(shares([...list].reverse())).toEqual(shares(list));
        expect(shares([...list, ...list])).toEqual(shares(list));
        const hours = list.map(({ time, event, entry = 0 }) => ({
          time: 24 * time,
          event,
          entry: 24 * entry,
        }));
        expect(shares(hours)).toEqual(shares(list));
      }),
    );
  });

  it("counts an end at time 0 of those who were there from the beginning", () => {
    const curve = curveOf([
      { time: 0, event: true },
      { time: 4, event: false },
    ]);
    expect(curve.steps).toMatchObject([{ time: 0, atRisk: 2, survival: 0.5 }]);
  });

  it("has no median while more than half remain, one exactly at half, and no interval at 0", () => {
    expect(kaplanMeier([{ time: 3, event: false }])).toMatchObject({
      steps: [],
      events: 0,
      median: null,
      medianLimits: { low: null, high: null },
    });
    const ends = (...times: number[]) => times.map((time) => ({ time, event: true }));
    expect(curveOf(ends(3, 5)).median).toBe(3);
    expect(curveOf(ends(3, 5, 7)).median).toBe(5);
    // 9/10 x 8/9 x ... comes to one half only up to the last bit.
    expect(curveOf(ends(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).median).toBe(5);
    expect(curveOf(ends(3)).steps).toEqual([
      { time: 3, atRisk: 1, events: 1, survival: 0, low: null, high: null },
    ]);
  });

  it("says nothing of no rows, beyond the last sight, or before anybody left", () => {
    expect(kaplanMeier([])).toEqual({ steps: [], n: 0, reason: "noData" });
    expect(survivalAt(kaplanMeier([]), 1)).toBeNull();
    const curve = kaplanMeier(treated);
    expect(survivalAt(curve, 5)).toEqual({
      time: 5,
      atRisk: 21,
      events: 0,
      survival: 1,
      low: null,
      high: null,
    });
    expect(survivalAt(curve, 6)?.survival).toBeCloseTo(0.8571, 4);
    expect(survivalAt(curve, 35)?.survival).toBeCloseTo(0.4482, 4);
    expect(survivalAt(curve, 35.1)).toBeNull();
    expect(survivalAt(kaplanMeier([{ time: 3, event: true }]), 99)?.survival).toBe(0);
  });

  it("takes a hundred thousand rows, and refuses a bad one by its number", () => {
    const many = Array.from({ length: 150_000 }, (_, i) => ({ time: i % 997, event: i % 3 > 0 }));
    expect(curveOf(many)).toMatchObject({ n: 150_000, lastTime: 996, events: 100_000 });
    const good = { time: 9, event: true };
    expect(() => kaplanMeier([good, { time: 3, event: true, entry: 3 }])).toThrow(
      "rows[1].time must come after its entry",
    );
    expect(() => kaplanMeier([{ time: 0, event: true, entry: 4 }])).toThrow(/rows\[0\].time/);
    expect(() => kaplanMeier([good, { time: Number.NaN, event: true }])).toThrow(/rows\[1\].time/);
    expect(() => kaplanMeier([good, { time: 2, event: true, entry: -1 }])).toThrow(
      /rows\[1\].entry/,
    );
  });
});
