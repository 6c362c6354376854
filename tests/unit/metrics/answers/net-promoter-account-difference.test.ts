import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { npsByAccount, npsByAccountDifference } from "@/lib/metrics";
import { seededRandom } from "@/lib/metrics/statistics/bootstrap";
import { expectContained, known, limitsOf } from "../intervals";
import { score } from "./groups";

const answers = fc.array(score, { maxLength: 3 });
const accounts = fc.array(fc.record({ now: answers, before: answers }), { maxLength: 15 });
const scored = (scores: readonly number[]) => ({ scores, revenueMinor: 1 });

describe("the NPS difference by account", () => {
  it("is exactly the difference of the two scores that are shown", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const difference = npsByAccountDifference(list);
        const now = npsByAccount(list.map((one) => scored(one.now)));
        const before = npsByAccount(list.map((one) => scored(one.before)));
        expectContained(difference);
        if (now.value === null || before.value === null) expect(difference.value).toBeNull();
        else expect(difference.value).toBeCloseTo(now.value - before.value, 8);
        const heard = list.filter((one) => one.now.length + one.before.length > 0);
        expect(difference.n).toBe(heard.length);
      }),
    );
  });

  it("is worked by hand: two of four rise a step, one step up and one step down are added", () => {
    // Of 1, 1, 0, 0, 1, -1 the mean is 1/3 and its error the root of (4 - 6/9) / (6 x 5) = 1/3.
    const difference = known(
      npsByAccountDifference([
        { now: [9], before: [8] },
        { now: [7], before: [6] },
        { now: [8], before: [7] },
        { now: [10], before: [9] },
      ]),
    );
    expect(difference.value).toBe(50);
    expect(difference.interval?.method).toBe("clusteredAdjustedWald");
    const [low, high] = limitsOf(difference);
    expect(low).toBeCloseTo((100 * (1 - 1.959963985)) / 3, 9);
    expect(high).toBeCloseTo((100 * (1 + 1.959963985)) / 3, 9);
  });

  it("compares an account heard twice with itself", () => {
    // Two accounts in three rise a step; side by side their spread would hide it.
    const levels = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? 3 : 8));
    const same = levels.map((before, index) => ({
      now: [index % 3 === 0 ? before : before === 3 ? 8 : 9],
      before: [before],
    }));
    const apart = same.flatMap(({ now, before }) => [
      { now, before: [] },
      { now: [], before },
    ]);
    const [paired, unpaired] = [known(npsByAccountDifference(same)), npsByAccountDifference(apart)];
    const width = ([low, high]: [number, number]) => high - low;
    expect(paired.isRealChange).toBe(true);
    expect(width(limitsOf(paired))).toBeLessThan(0.7 * width(limitsOf(unpaired)));
  });

  it("counts several answers of one account once", () => {
    const list = [
      { now: [9], before: [8] },
      { now: [3], before: [8] },
      { now: [10], before: [2] },
    ];
    const crowded = list.map(({ now, before }) => ({
      now: [...now, ...now, ...now],
      before: [...before, ...before],
    }));
    expect(npsByAccountDifference(crowded)).toEqual(npsByAccountDifference(list));
  });

  it("holds the truth in about 95 of 100 samples of accounts of which few change", () => {
    let held = 0;
    for (let seed = 0; seed < 500; seed += 1) {
      const random = seededRandom(seed);
      const sample = Array.from({ length: 20 }, () => ({
        now: [random() < 0.05 ? 9 : 8],
        before: [8],
      }));
      const [low, high] = limitsOf(npsByAccountDifference(sample));
      if (low <= 5 && 5 <= high) held += 1;
    }
    expect(held / 500).toBeGreaterThan(0.93);
  });

  it("turns its sign with the dates, and ignores who is silent at both", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const there = npsByAccountDifference(list);
        const back = npsByAccountDifference(
          list.map(({ now, before }) => ({ now: before, before: now })),
        );
        if (there.value === null) expect(back.value).toBeNull();
        else expect(back.value).toBeCloseTo(-there.value, 8);
        expect(npsByAccountDifference([...list, { now: [], before: [] }])).toEqual(there);
      }),
    );
  });

  it("needs an account at each date, and answers on the scale", () => {
    const none = { value: null, reason: "noData", isRealChange: null, pValue: null };
    expect(npsByAccountDifference([])).toEqual({ ...none, n: 0 });
    expect(npsByAccountDifference([{ now: [9], before: [] }])).toEqual({ ...none, n: 1 });
    expect(() => npsByAccountDifference([{ now: [9, 11], before: [] }])).toThrow(
      /^accounts\[0\]\.now\[1\] must lie/,
    );
    expect(() => npsByAccountDifference([{ now: [], before: [-1] }])).toThrow(
      /^accounts\[0\]\.before\[0\] must lie/,
    );
  });
});
