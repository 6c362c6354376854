import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logRank, type SurvivalRow } from "@/lib/metrics";
import { known } from "../intervals";
import { placebo, treated } from "./remission";

const group = fc.array(
  fc
    .record({
      entry: fc.integer({ min: 0, max: 6 }),
      days: fc.integer({ min: 1, max: 12 }),
      event: fc.boolean(),
    })
    .map(({ entry, days, event }): SurvivalRow => ({ entry, time: entry + days, event })),
  { maxLength: 15 },
);

/** Observed minus expected ends of each group, straight from the definition. */
function bruteForce(groups: readonly (readonly SurvivalRow[])[]): number[] {
  const all = groups.flat();
  const times = [...new Set(all.filter(({ event }) => event).map(({ time }) => time))];
  const atRisk = (rows: readonly SurvivalRow[], at: number) =>
    rows.filter(({ time, entry = 0 }) => time >= at && (entry === 0 || entry < at)).length;
  const ends = (rows: readonly SurvivalRow[], at: number) =>
    rows.filter(({ time, event }) => event && time === at).length;
  return groups.map((rows) =>
    times.reduce(
      (sum, at) => sum + ends(rows, at) - (ends(all, at) * atRisk(rows, at)) / atRisk(all, at),
      0,
    ),
  );
}

const paired = (times: number[], events: number[]): SurvivalRow[] =>
  times.map((time, index) => ({ time, event: events[index] === 1 }));

describe("the log-rank test", () => {
  it("meets the published 16.793 of treatment against placebo", () => {
    const test = known(logRank([treated, placebo]));
    expect(test.value).toBeCloseTo(16.793, 3);
    expect(test.pValue).toBeCloseTo(4.17e-5, 6);
    expect(test).toMatchObject({ degrees: 1, isRealDifference: true, n: 42 });
    expect(test.groups).toMatchObject([
      { n: 21, observed: 9 },
      { n: 21, observed: 21 },
    ]);
    expect(test.groups[0]?.expected).toBeCloseTo(19.25050095, 7);
    expect(test.groups[1]?.expected).toBeCloseTo(10.74949905, 7);
  });

  it("meets R's survdiff for three groups with ties", () => {
    const test = known(
      logRank([
        paired([3, 5, 5, 8, 12, 12, 20], [1, 1, 0, 1, 1, 0, 0]),
        paired([1, 2, 2, 4, 9, 9, 10], [1, 1, 1, 1, 0, 1, 1]),
        paired([6, 7, 11, 13, 14, 16, 16, 18], [1, 0, 1, 1, 0, 1, 1, 0]),
      ]),
    );
    expect(test.value).toBeCloseTo(8.509497199, 8);
    expect(test.degrees).toBe(2);
    expect(test.pValue).toBeCloseTo(0.01419665934, 9);
    expect(test.groups.map(({ expected }) => Number(expected.toFixed(6)))).toEqual([
      4.538903, 2.279599, 8.181498,
    ]);
  });

  it("calls 3.40 of the maintained leukaemia patients (Miller 1997) no real difference", () => {
    const test = known(
      logRank([
        paired([9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161], [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0]),
        paired([5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45], [1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1]),
      ]),
    );
    expect(test.value).toBeCloseTo(3.396388699, 8);
    expect(test.isRealDifference).toBe(false);
  });

  it("has the observed and expected ends of its definition, late entries included", () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 4 }), (groups) => {
        const test = logRank(groups);
        if (test.value === null) return;
        const expected = bruteForce(groups);
        test.groups.forEach((one, index) => {
          expect(one.observed - one.expected).toBeCloseTo(expected[index] as number, 9);
        });
        expect(test.value).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  it("does not care which group comes first, how rows are ordered, or about empty groups", () => {
    fc.assert(
      fc.property(group, group, group, (a, b, c) => {
        const value = logRank([a, b, c]).value ?? -1;
        expect(logRank([c, a, [], b]).value ?? -1).toBeCloseTo(value, 6);
        expect(logRank([[...a].reverse(), b, [...c].reverse()]).value ?? -1).toBeCloseTo(value, 6);
        expect(logRank([a, a]).value ?? 0).toBeCloseTo(0, 9);
      }),
    );
  });

  it("leaves out a group that was never at risk together with another", () => {
    const early: SurvivalRow[] = [{ time: 0.5, event: false }];
    const alone: SurvivalRow[] = [{ entry: 90, time: 99, event: true }];
    const test = known(logRank([treated, early, placebo, alone]));
    expect(test.value).toBeCloseTo(16.793, 3);
    expect(test.degrees).toBe(1);
    expect(test.groups[1]).toEqual({ n: 1, observed: 0, expected: 0 });
    expect(test.groups[3]).toEqual({ n: 1, observed: 1, expected: 1 });
  });

  it("is not known where two pairs of groups were never at risk with each other", () => {
    const at = (...times: number[]): SurvivalRow[] => times.map((time) => ({ time, event: true }));
    const after = (...times: number[]): SurvivalRow[] =>
      times.map((time) => ({ entry: 50, time, event: true }));
    const pairs = [at(1, 3), at(2, 4), after(61, 63), after(62, 64)];
    expect(logRank(pairs)).toEqual({ value: null, n: 8, reason: "noData" });
  });

  it("is not known with one group, without any end, or where all ended at once", () => {
    expect(logRank([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(logRank([treated, []])).toEqual({ value: null, n: 21, reason: "noData" });
    expect(logRank([[{ time: 1, event: false }], [{ time: 2, event: false }]]).value).toBeNull();
    expect(logRank([[{ time: 1, event: true }], [{ time: 1, event: true }]]).value).toBeNull();
  });

  it("compares twenty groups of a hundred thousand rows within the time of a test", () => {
    const groups = Array.from({ length: 20 }, (_, g) =>
      Array.from({ length: 5000 }, (_row, i) => ({
        time: 1 + ((i * 7919 + g * 104_729) % 3650),
        event: (i + g) % 3 === 0,
      })),
    );
    expect(known(logRank(groups))).toMatchObject({ n: 100_000, degrees: 19 });
  });

  it("names group and row of bad data", () => {
    expect(() => logRank([treated, [{ time: -1, event: true }]])).toThrow(/groups\[1\]\[0\].time/);
  });
});
