import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredRatio, type Interval, wilsonInterval } from "@/lib/metrics";
import {
  clusteredShare,
  intervalOf,
  limited,
  wider,
} from "@/lib/metrics/statistics/clustered-share";
import { expectContained, limitsOf } from "../intervals";

const accounts = fc.array(
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([k, rest]) => ({ k, n: k + rest })),
  { maxLength: 12 },
);
const total = (list: readonly { k: number; n: number }[], part: "k" | "n") =>
  list.reduce((sum, one) => sum + one[part], 0);

function widthOf(figure: Parameters<typeof limitsOf>[0]): number {
  const [low, high] = limitsOf(figure);
  return high - low;
}

function between(low: number, high: number): Interval {
  return { level: 0.95, method: "ratio", low, high, n: 2, effectiveN: 2, population: null };
}

describe("the clustered share", () => {
  it("is k of n, with the accounts that have any as its n and that of its interval", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const share = clusteredShare(list);
        expectContained(share);
        if (total(list, "n") === 0) {
          expect(share).toEqual({ value: null, n: 0, reason: "noData" });
          return;
        }
        expect(share.value).toBe(total(list, "k") / total(list, "n"));
        const heard = list.filter(({ n }) => n > 0).length;
        expect(share.n).toBe(heard);
        expect(intervalOf(share)?.n).toBe(heard);
        const [low, high] = limitsOf(share);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("is never surer than of so many separate things, nor than the account as unit allows", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        fc.pre(total(list, "n") > 0);
        const wilson = wilsonInterval(total(list, "k"), total(list, "n"));
        const byAccount = limited(
          clusteredRatio(list.filter(({ n }) => n > 0).map(({ k, n }) => ({ y: k, x: n }))),
          1,
        );
        const widths = [wilson, byAccount].map((one) => (intervalOf(one) ? widthOf(one) : 0));
        expect(widthOf(clusteredShare(list))).toBeCloseTo(Math.max(...widths), 12);
      }),
    );
  });

  it("doubts by account where accounts are of one mind, and by Wilson where all are alike", () => {
    const divided = [...Array(6).fill({ k: 8, n: 8 }), ...Array(6).fill({ k: 0, n: 8 })];
    expect(intervalOf(clusteredShare(divided))?.method).toBe("ratio");
    const alike = Array(12).fill({ k: 4, n: 8 });
    expect(clusteredShare(alike)).toMatchObject({ interval: { method: "wilson", n: 12 } });
    expect(limitsOf(clusteredShare(alike))).toEqual(limitsOf(wilsonInterval(48, 96)));
  });

  it("of one account is as doubtful as its things apart", () => {
    expect(limitsOf(clusteredShare([{ k: 3, n: 4 }]))).toEqual(limitsOf(wilsonInterval(3, 4)));
  });
});

describe("the limits of a share", () => {
  it("are cut at 0 and at the most there can be, and nothing else of it changes", () => {
    const given = { value: 0.5, n: 2, interval: between(-0.2, 1.2) };
    expect(limited(given, 1)).toEqual({ value: 0.5, n: 2, interval: between(0, 1) });
    expect(limited(given, Number.POSITIVE_INFINITY)).toMatchObject({
      interval: between(0, 1.2),
    });
    const inside = { value: 0.5, n: 2, interval: between(0.3, 0.7) };
    expect(limited(inside, 1)).toEqual(inside);
    const none = { value: null, n: 0, reason: "noData" } as const;
    expect([limited(none, 1), intervalOf(none)]).toEqual([none, null]);
    const single = { value: 1, n: 1, interval: null };
    expect([limited(single, 1), intervalOf(single)]).toEqual([single, null]);
  });

  it("are the wider of two, or those there are", () => {
    const [narrow, wide] = [between(0.8, 0.9), between(0.1, 0.3)];
    expect([wider(narrow, wide), wider(wide, narrow)]).toEqual([wide, wide]);
    expect([wider(narrow, null), wider(null, wide), wider(null, null)]).toEqual([
      narrow,
      wide,
      null,
    ]);
  });
});
