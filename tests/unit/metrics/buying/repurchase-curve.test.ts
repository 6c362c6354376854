import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repurchaseCurve, secondOrderWithin } from "@/lib/metrics";

const asOfDay = 400;
const customers = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.option(fc.integer({ min: 1, max: 300 })))
    .map(([first, gap]) => (gap === null ? [first] : [first, first + gap])),
  { minLength: 1, maxLength: 25 },
);

function curveOf(list: readonly number[][], day = asOfDay) {
  const curve = repurchaseCurve(list, { asOfDay: day });
  if (curve.reason !== null) throw new Error("no curve");
  return curve;
}

describe("the repurchase curve", () => {
  it("says by which day half of the first-time buyers have reordered", () => {
    const curve = curveOf([[0, 30], [0, 55, 60], [310], []]);
    expect(curve).toMatchObject({ n: 3, reordered: 2, halfDay: 55, lastDay: 90 });
    expect(
      curve.points.map(({ day, share, atRisk }) => [day, Number(share.toFixed(4)), atRisk]),
    ).toEqual([
      [30, 0.3333, 3],
      [55, 0.6667, 2],
    ]);
  });

  it("is the published remission times turned over, limits and all", () => {
    const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const curve = curveOf(
      [...weeks.map((week) => [0, week]), ...censored.map((week) => [100 - week])].map((days) =>
        days.length === 2 ? [100 - 36, 100 - 36 + (days[1] as number)] : days,
      ),
      100,
    );
    expect(curve.points.map(({ share }) => Number(share.toFixed(4)))).toEqual([
      0.1429, 0.1933, 0.2471, 0.3098, 0.3725, 0.4622, 0.5518,
    ]);
    expect(curve.points[0]?.low).toBeCloseTo(1 - 0.9515517476, 8);
    expect(curve.points[0]?.high).toBeCloseTo(1 - 0.6197179553, 8);
    expect(curve).toMatchObject({ halfDay: 23, halfDayLimits: { low: 13, high: null } });
  });

  it("meets the second order within W days at every day, and never falls", () => {
    fc.assert(
      fc.property(customers, (list) => {
        let before = 0;
        const curve = curveOf(list);
        expect(curve.n).toBe(list.length);
        for (const { day, share, low, high } of curve.points) {
          const within = secondOrderWithin(list, { windowDays: day, asOfDay });
          expect(within.value).toBeCloseTo(share, 12);
          expect(share).toBeGreaterThanOrEqual(before);
          if (low !== null && high !== null) expect(low <= share && share <= high).toBe(true);
          before = share;
        }
        expect(curveOf([...list].reverse())).toEqual(curve);
        expect(curveOf([...list, ...list]).halfDay).toBe(curve.halfDay);
      }),
    );
  });

  it("has no half day while fewer than half came back, limits also where all did, no points of nobody", () => {
    expect(curveOf([[0, 30], [0], [0]])).toMatchObject({ halfDay: null, reordered: 1 });
    expect(curveOf([[0, 30]]).points).toEqual([
      { day: 30, share: 1, low: expect.closeTo(0.025, 9), high: 1, atRisk: 1 },
    ]);
    expect(repurchaseCurve([[401], []], { asOfDay })).toEqual({
      points: [],
      n: 0,
      reason: "noData",
    });
  });

  it("names customer and row of days out of order", () => {
    expect(() => repurchaseCurve([[3, 2]], { asOfDay })).toThrow(/customers\[0\]\[1\]/);
  });
});
