import fc from "fast-check";
import { expect, it } from "vitest";
import { placementsOf } from "@/lib/metrics/prediction/placements";

const row = fc.record({ score: fc.integer({ min: -3, max: 3 }), isRetained: fc.boolean() });

it("each account stands over the share of those of the other kind that it beats, ties half", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const of = (kind: boolean) => rows.filter(({ isRetained }) => isRetained === kind);
      const [kept, gone] = [of(true), of(false)];
      fc.pre(kept.length > 0 && gone.length > 0);
      const half = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
      const { overLost, underRetained } = placementsOf(
        rows.map(({ score }) => score),
        rows.map(({ isRetained }) => isRetained),
      );
      const total = (shares: readonly number[]) => shares.reduce((sum, one) => sum + one, 0);
      expect(overLost).toEqual(
        kept.map(({ score }) => total(gone.map((one) => half(score, one.score))) / gone.length),
      );
      expect(underRetained).toEqual(
        gone.map(({ score }) => total(kept.map((one) => half(one.score, score))) / kept.length),
      );
    }),
  );
});
