import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { restrictedMean } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";
import { late, treated } from "./remission";

const z = 1.959963985;

describe("the restricted mean", () => {
  it("meets R's restricted means and standard errors of the published arm", () => {
    for (const [until, mean, error] of [
      [10, 9.2773109244, 0.3267691154],
      [23, 17.909243697, 1.553189978],
      [35, 23.287394958, 2.827467623],
    ] as const) {
      const figure = known(restrictedMean(treated, { until }));
      expect(figure.value).toBeCloseTo(mean, 8);
      const [low, high] = limitsOf(figure);
      expect(low).toBeCloseTo(mean - z * error, 7);
      expect(high).toBeCloseTo(Math.min(until, mean + z * error), 7);
      expect(figure).toMatchObject({ n: 21, interval: { method: "greenwood", n: 21 } });
    }
  });

  it("meets R's restricted mean with late entries", () => {
    const figure = known(restrictedMean(late, { until: 15 }));
    expect(figure.value).toBeCloseTo(8.40952381, 8);
    expect(limitsOf(figure)[1]).toBeCloseTo(8.40952381 + z * 1.599529139, 7);
  });

  it("is the plain mean of the times, cut at the horizon, where nobody is censored", () => {
    const times = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 50 }), (list, until) => {
        const figure = known(
          restrictedMean(
            list.map((time) => ({ time, event: true })),
            { until },
          ),
        );
        const mean = list.reduce((sum, time) => sum + Math.min(time, until), 0) / list.length;
        expect(figure.value).toBeCloseTo(mean, 9);
        expectContained(figure);
        const [low, high] = limitsOf(figure);
        expect(low >= 0 && high <= until).toBe(true);
      }),
    );
  });

  it("is not known without rows or where nobody was followed so long", () => {
    expect(restrictedMean([], { until: 10 })).toEqual({ value: null, n: 0, reason: "noData" });
    expect(restrictedMean(treated, { until: 36 })).toEqual({
      value: null,
      n: 21,
      reason: "notReached",
    });
    expect(known(restrictedMean([{ time: 4, event: true }], { until: 9 })).value).toBe(4);
  });

  it("refuses a horizon that is not above 0", () => {
    for (const until of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => restrictedMean(treated, { until })).toThrow(
        new RangeError("until must be above 0"),
      );
  });
});
