import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DriverFigure,
  type DriverImportance,
  driverImportance,
  ladderAdvice,
} from "@/lib/metrics";
import { makeAnswers } from "./answers";

type Rung = { key: string; mean: number; half?: number; matters?: boolean; direction?: number };

/** A result of driver importance with these blocks, for the rule alone. */
function drivers(rungs: readonly Rung[]): DriverImportance {
  const groups = rungs.map(
    ({ key, mean, half = 0.1, matters = true, direction = 0.5 }): DriverFigure => ({
      key,
      items: 1,
      importance: { value: 0.1, n: 200, interval: null },
      ofExplained: 0.25,
      rank: 1,
      rankRange: [1, 2],
      sameRank: 0.9,
      direction,
      chance: 0.02,
      pValue: 0.01,
      matters,
      performance: {
        value: mean,
        n: 100,
        interval: {
          level: 0.95,
          method: "ratio",
          low: mean - half,
          high: mean + half,
          n: 100,
          effectiveN: 100,
          population: null,
        },
      },
    }),
  );
  const explained = { value: 0.4, n: 200, interval: null };
  return {
    method: "shapley",
    explained,
    items: groups,
    groups,
    n: 200,
    accounts: 100,
    leftOut: 0,
    reason: null,
  };
}

const surelyBetter = { better: 60, same: 25, worse: 5 };

describe("ladder advice", () => {
  it("names the lowest rung that is both weak and matters, in whatever order they come", () => {
    const rungs = [
      { key: "incentives", mean: 2.5 },
      { key: "communication", mean: 3.2 },
      { key: "service", mean: 3.4 },
      { key: "added_value", mean: 4.5 },
    ];
    const advice = ladderAdvice(drivers(rungs));
    expect(advice).toMatchObject({ advice: "workOn", rung: "service", unclear: [], n: 200 });
    expect(advice.rungs.map(({ rung }) => rung)).toEqual([
      "added_value",
      "service",
      "communication",
      "incentives",
    ]);
    expect(advice.rungs[0]).toMatchObject({ isWeak: false, matters: true });
    expect(ladderAdvice(drivers(rungs.slice(0, 2)))).toMatchObject({ rung: "communication" });
  });

  it("passes over a weak rung that does not matter, or matters the wrong way", () => {
    const rungs = [
      { key: "added_value", mean: 2, matters: false },
      { key: "service", mean: 2, direction: -0.4 },
      { key: "communication", mean: 3 },
    ];
    const advice = ladderAdvice(drivers(rungs));
    expect(advice).toMatchObject({ advice: "workOn", rung: "communication" });
    expect(advice.rungs.map(({ matters }) => matters)).toEqual([false, false, true]);
  });

  it("says value carries where most customers surely call us better and added value is not weak", () => {
    const rungs = [
      { key: "added_value", mean: 4.4 },
      { key: "service", mean: 3 },
    ];
    const carried = ladderAdvice(drivers(rungs), { advantage: surelyBetter });
    expect(carried).toMatchObject({ advice: "valueCarries", rung: "service" });
    expect(carried.better.value).toBeCloseTo(60 / 90, 10);
    const few = { better: 6, same: 2, worse: 1 };
    expect(ladderAdvice(drivers(rungs), { advantage: few }).advice).toBe("workOn");
    const half = { better: 500, same: 300, worse: 200 };
    expect(ladderAdvice(drivers(rungs), { advantage: half }).advice).toBe("workOn");
    const weak = [{ key: "added_value", mean: 3.4 }];
    expect(ladderAdvice(drivers(weak), { advantage: surelyBetter })).toMatchObject({
      advice: "workOn",
      rung: "added_value",
    });
    const unsure = [{ key: "added_value", mean: 4, half: 0.2 }];
    expect(ladderAdvice(drivers(unsure), { advantage: surelyBetter })).toMatchObject({
      advice: "valueCarries",
      rung: null,
      unclear: ["added_value"],
    });
    const strong = [{ key: "service", mean: 4.6 }];
    expect(ladderAdvice(drivers(strong), { advantage: surelyBetter }).advice).toBe("nothingWeak");
    const notAsked = [{ key: "service", mean: 3 }];
    expect(ladderAdvice(drivers(notAsked), { advantage: surelyBetter }).advice).toBe("workOn");
  });

  it("is weak only with its whole interval below the line, and unclear where it spans the line", () => {
    const at = (mean: number, half: number) =>
      ladderAdvice(drivers([{ key: "service", mean, half }]));
    expect(at(3.9, 0.05)).toMatchObject({ advice: "workOn", rung: "service" });
    expect(at(3.75, 0.25)).toMatchObject({ advice: "unclear", rung: null, unclear: ["service"] });
    expect(at(4.25, 0.25)).toMatchObject({ advice: "nothingWeak", unclear: [] });
    expect(at(4.125, 0.25)).toMatchObject({ advice: "unclear" });
    const line = { weakBelow: 3.5 };
    const rungs = [{ key: "service", mean: 3.75, half: 0.125 }];
    expect(ladderAdvice(drivers(rungs), line).advice).toBe("nothingWeak");
  });

  it("does not call a rung weak without an interval, nor important without a direction", () => {
    const base = drivers([{ key: "service", mean: 2, direction: 0 }]);
    expect(ladderAdvice(base).rungs[0]).toMatchObject({ matters: false, isWeak: true });
    const bare = base.groups.map((group) => ({
      ...group,
      performance: { value: 2, n: 1, interval: null },
    }));
    expect(ladderAdvice({ ...base, groups: bare }).rungs[0]?.isWeak).toBeNull();
  });

  it("names lower rungs that may be weak beside the advice", () => {
    const rungs = [
      { key: "added_value", mean: 4, half: 0.3 },
      { key: "service", mean: 3.9, half: 0.3, matters: false },
      { key: "communication", mean: 3 },
      { key: "incentives", mean: 4, half: 0.3 },
    ];
    expect(ladderAdvice(drivers(rungs))).toMatchObject({
      advice: "workOn",
      rung: "communication",
      unclear: ["added_value"],
    });
  });

  it("passes the reason on where there is no importance, and shows the means", () => {
    const few = makeAnswers({ n: 30, weights: [1, 1, 1, 1] });
    const items = ["added_value", "service", "communication", "incentives"].map((key) => ({ key }));
    const advice = ladderAdvice(driverImportance(few, { items }), { advantage: surelyBetter });
    expect(advice).toMatchObject({ advice: null, rung: null, reason: "tooFewAnswers", n: 30 });
    expect(advice.unclear).toEqual([]);
    expect(advice.rungs[1]).toMatchObject({ rung: "service", matters: null });
    expect(advice.rungs[1]?.performance.value).not.toBeNull();
    expect(ladderAdvice(driverImportance([], { items }))).toMatchObject({
      reason: "noData",
      better: { value: null, reason: "noData" },
    });
  });

  it("holds on answers: a service that is weak and moves the score is what to work on", () => {
    const rows = makeAnswers({
      n: 300,
      weights: [0.1, 1, 0.1, 0],
      means: [4.4, 3, 3.8, 3],
      perAccount: 2,
    });
    const items = ["added_value", "service", "communication", "incentives", "trust"].map((key) => ({
      key,
    }));
    const withTrust = rows.map((row) => ({
      ...row,
      answers: [...row.answers, row.answers[0] ?? 1],
    }));
    const advice = ladderAdvice(driverImportance(withTrust, { items, replicates: 200 }));
    expect(advice).toMatchObject({ advice: "workOn", rung: "service" });
    expect(advice.rungs).toHaveLength(4);
  });

  it("a better performance never moves the advice down the ladder", () => {
    const mean = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(
        fc.array(mean, { minLength: 4, maxLength: 4 }),
        fc.nat({ max: 3 }),
        (means, k) => {
          const keys = ["added_value", "service", "communication", "incentives"];
          const advise = (values: readonly number[]) =>
            ladderAdvice(drivers(keys.map((key, j) => ({ key, mean: values[j] as number }))));
          const height = (values: readonly number[]) => {
            const { rung } = advise(values);
            return rung === null ? 4 : keys.indexOf(rung);
          };
          const better = means.map((value, j) => (j === k ? Math.min(5, value + 1) : value));
          expect(height(better)).toBeGreaterThanOrEqual(height(means));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("names bad data", () => {
    const some = drivers([{ key: "service", mean: 3 }]);
    expect(() => ladderAdvice(some, { weakBelow: Number.NaN })).toThrow("weakBelow");
    const counts = { better: 1, same: 1, worse: 1 };
    expect(() => ladderAdvice(some, { advantage: { ...counts, better: -1 } })).toThrow(
      "advantage.better",
    );
    expect(() => ladderAdvice(some, { advantage: { ...counts, same: 0.5 } })).toThrow(
      "advantage.same",
    );
    expect(() => ladderAdvice(some, { advantage: { ...counts, worse: -2 } })).toThrow(
      "advantage.worse",
    );
  });
});
