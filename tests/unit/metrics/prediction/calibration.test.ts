import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibration, wilsonInterval } from "@/lib/metrics";
import { found } from "./outcomes";

/** So many accounts of that predicted chance, so many of them retained. */
const group = (probability: number, retained: number, lost: number) => [
  ...Array.from({ length: retained }, () => ({ probability, isRetained: true })),
  ...Array.from({ length: lost }, () => ({ probability, isRetained: false })),
];

describe("calibration", () => {
  it("a prediction that holds in every band has ratio 1, slope 1 and no band off", () => {
    const rows = [...group(0.5, 20, 20), ...group(0.8, 80, 20), ...group(0.9, 180, 20)];
    const result = calibration(rows, { edges: [0.6, 0.85] });
    expect(result.expectedOverObserved.value).toBeCloseTo(1, 12);
    expect(result.slope.value).toBeCloseTo(1, 9);
    expect(result.bands.map(({ isOff }) => isOff)).toEqual([false, false, false]);
    expect(result.n).toBe(340);
    const [low, , high] = result.bands;
    expect(low).toMatchObject({ from: null, to: 0.6, observed: wilsonInterval(20, 40) });
    expect(low?.expected).toBeCloseTo(0.5, 12);
    expect(high).toMatchObject({ from: 0.85, to: null });
    expect(high?.expected).toBeCloseTo(0.9, 12);
  });

  it("the ratio is expected over observed losses with the interval of Debray et al.", () => {
    const { expectedOverObserved } = calibration([...group(0.9, 70, 30), ...group(0.7, 60, 40)]);
    if (expectedOverObserved.value === null) throw new Error("no ratio");
    expect(expectedOverObserved.value).toBeCloseTo(40 / 70, 12);
    const { low, high, method, n } = found(expectedOverObserved.interval);
    const error = Math.sqrt((1 - 70 / 200) / 70);
    expect(Math.log(high) - Math.log(40 / 70)).toBeCloseTo(1.959963985 * error, 9);
    expect(Math.log(40 / 70) - Math.log(low)).toBeCloseTo(1.959963985 * error, 9);
    expect([method, n]).toEqual(["logRatio", 200]);
  });

  it("a band is off where the prediction lies outside what happened, on either side", () => {
    const rows = [...group(0.95, 60, 40), ...group(0.2, 60, 40), ...group(0.6, 60, 40)];
    const { bands } = calibration(rows, { edges: [0.4, 0.8] });
    expect(bands.map(({ isOff }) => isOff)).toEqual([true, false, true]);
  });

  it("the slope is below 1 where predictions are too extreme, and leaves 1 out where surely so", () => {
    const rows = [...group(0.05, 30, 70), ...group(0.95, 70, 30)];
    const { slope } = calibration(rows);
    if (slope.value === null) throw new Error("no slope");
    // Two groups: the line runs through both, so slope = their log odds' distance over the predicted.
    expect(slope.value).toBeCloseTo(Math.log(7 / 3) / Math.log(19), 9);
    const { low, high, method, n } = found(slope.interval);
    expect([method, n]).toEqual(["wald", 200]);
    expect(high).toBeLessThan(1);
    // Woolf's error of the log odds ratio over the distance of the predictions.
    const error = Math.sqrt(2 / 30 + 2 / 70) / (2 * Math.log(19));
    expect((high - low) / 2).toBeCloseTo(1.959963985 * error, 9);
  });

  it("bands are quartiles of the chances where no edges are stated, and none is empty", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      probability: (i + 0.5) / 40,
      isRetained: i % 3 > 0,
    }));
    const { bands } = calibration(rows);
    expect(bands).toHaveLength(4);
    expect(bands.map(({ observed }) => observed.n)).toEqual([10, 10, 10, 10]);
    const one = calibration(group(0.5, 3, 3));
    expect(one.bands).toHaveLength(1);
    expect(one.bands[0]).toMatchObject({ from: null, to: null });
  });

  it("a slope is not identified where a chance is certain, all are equal or they split perfectly", () => {
    const none = (rows: Parameters<typeof calibration>[0]) => calibration(rows).slope;
    const mixed = [...group(0.5, 2, 2), ...group(0.6, 2, 2)];
    expect(none(mixed).value).not.toBeNull();
    expect(none([...mixed, ...group(1, 1, 0)])).toMatchObject({ reason: "notIdentified", n: 9 });
    expect(none([...mixed, ...group(0, 0, 1)])).toMatchObject({ reason: "notIdentified" });
    expect(none(group(0.5, 2, 2))).toMatchObject({ reason: "notIdentified" });
    expect(none([...group(0.5, 0, 2), ...group(0.6, 2, 0)]).value).toBeNull();
    expect(none([...group(0.6, 0, 2), ...group(0.5, 2, 0)]).value).toBeNull();
    // Where they touch in one chance, the line still has no end.
    expect(none([...group(0.5, 1, 2), ...group(0.6, 2, 0)]).value).toBeNull();
    expect(none([])).toMatchObject({ reason: "noData", n: 0 });
  });

  it("the ratio is not known without rows or losses", () => {
    expect(calibration([])).toMatchObject({
      expectedOverObserved: { value: null, reason: "noData" },
      bands: [],
      n: 0,
    });
    expect(calibration(group(0.9, 5, 0)).expectedOverObserved).toEqual({
      value: null,
      n: 5,
      reason: "nothingDiffers",
    });
  });

  it("does not depend on the order of rows", () => {
    const row = fc.record({
      probability: fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10),
      isRetained: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (rows) => {
        const [plain, turned] = [calibration(rows), calibration(rows.toReversed())];
        expect(turned.slope.value ?? 99).toBeCloseTo(plain.slope.value ?? 99, 6);
        expect(turned.bands.map(({ observed }) => observed)).toEqual(
          plain.bands.map(({ observed }) => observed),
        );
      }),
      { numRuns: 50 },
    );
  });

  it("names bad chances and edges", () => {
    expect(() => calibration([{ probability: 2, isRetained: true }])).toThrow(
      "rows[0].probability",
    );
    const rows = group(0.5, 1, 1);
    expect(() => calibration(rows, { edges: [0.5, 0.5] })).toThrow(
      "edges[1] must be above the edge before it",
    );
    expect(() => calibration(rows, { edges: [Number.NaN] })).toThrow("edges[0]");
  });
});
