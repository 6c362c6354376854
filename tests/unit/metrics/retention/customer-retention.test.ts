import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualisedChurn, customerRetention, wilsonInterval } from "@/lib/metrics";
import { expectContained, expectSame, limitsOf } from "../intervals";

const rows = fc.array(
  fc.record({
    isActiveAtStart: fc.boolean(),
    isActiveAtEnd: fc.boolean(),
    wasActiveBefore: fc.boolean(),
  }),
  { maxLength: 40 },
);
const row = (isActiveAtStart: boolean, isActiveAtEnd: boolean, wasActiveBefore = false) => ({
  isActiveAtStart,
  isActiveAtEnd,
  wasActiveBefore,
});

describe("customer retention", () => {
  it("keeps joiners and won-back customers out of both rates, on lines of their own", () => {
    const figures = customerRetention([
      ...Array.from({ length: 92 }, () => row(true, true)),
      ...Array.from({ length: 8 }, () => row(true, false, true)),
      ...Array.from({ length: 7 }, () => row(false, true)),
      ...Array.from({ length: 3 }, () => row(false, true, true)),
      row(false, false, true),
      { isActiveAtStart: false, isActiveAtEnd: true },
    ]);
    expect(figures).toMatchObject({ lost: 8, joined: 8, wonBack: 3 });
    expect(figures.retention).toEqual(wilsonInterval(92, 100));
    expect(figures.churn).toMatchObject({
      n: 100,
      interval: { n: 100, method: "wilson", level: 0.95, effectiveN: 100 },
    });
    const [low, high] = limitsOf(wilsonInterval(8, 100));
    expect(limitsOf(figures.churn)).toEqual([expect.closeTo(low, 12), expect.closeTo(high, 12)]);
  });

  it("adds churn and retention up to 1, both inside their intervals, in any order of rows", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const figures = customerRetention(list);
        expectContained(figures.retention);
        expectContained(figures.churn);
        expect(customerRetention([...list].reverse())).toEqual(figures);
        expectSame(customerRetention([...list, ...list]).retention, figures.retention);
        const { retention, churn } = figures;
        if (retention.value === null || churn.value === null) expect(retention).toEqual(churn);
        else expect(retention.value + churn.value).toBeCloseTo(1, 12);
      }),
    );
  });

  it("is the weighted whole of disjoint segments", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [first, second, whole] = [a, b, [...a, ...b]].map((list) => customerRetention(list));
        const kept = [first, second].reduce(
          (sum, one) => sum + (one?.retention.value ?? 0) * (one?.retention.n ?? 0),
          0,
        );
        if (whole?.retention.value != null)
          expect(whole.retention.value * whole.retention.n).toBeCloseTo(kept, 9);
        expect(whole?.lost).toBe((first?.lost ?? 0) + (second?.lost ?? 0));
      }),
    );
  });

  it("is not known when nobody was active at the start", () => {
    expect(customerRetention([row(false, true)])).toEqual({
      retention: { value: null, n: 0, reason: "noData" },
      churn: { value: null, n: 0, reason: "noData" },
      lost: 0,
      joined: 1,
      wonBack: 0,
    });
  });
});

describe("annualised churn", () => {
  it("is never the sum of the months: 2 % a month is 21.53 % a year", () => {
    expect(annualisedChurn(0.02, 1)).toBeCloseTo(0.2153, 4);
    expect(annualisedChurn(0.1, 3)).toBeCloseTo(1 - 0.9 ** 4, 12);
    expect(annualisedChurn(1, 1)).toBe(1);
    expect(annualisedChurn(0, 1)).toBe(0);
  });

  it("lies between the month's churn and twelve times it; a year's own churn stays", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (churn) => {
        const year = annualisedChurn(churn, 1);
        expect(year).toBeGreaterThanOrEqual(churn - 1e-12);
        expect(year).toBeLessThanOrEqual(Math.min(1, 12 * churn) + 1e-12);
        expect(annualisedChurn(churn, 12)).toBeCloseTo(churn, 12);
      }),
    );
  });

  it("refuses what is no share and no length of time", () => {
    for (const churn of [-0.01, 1.01, Number.NaN])
      expect(() => annualisedChurn(churn, 1)).toThrow(/churn must lie between 0 and 1/);
    for (const months of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => annualisedChurn(0.1, months)).toThrow("months must be above 0");
  });
});
