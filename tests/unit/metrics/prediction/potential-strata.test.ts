import fc from "fast-check";
import { expect, it } from "vitest";
import { strataOf } from "@/lib/metrics/prediction/potential-strata";

const row = fc.record({
  stratum: fc.constantFrom<string>("small", "large", "north"),
  isLoyal: fc.boolean(),
  amountMinor: fc.integer({ min: -1_000, max: 1_000 }),
});

it("every stratum has the amounts of its accounts of either kind, ascending", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const names = [...new Set(rows.map(({ stratum }) => stratum))].sort();
      const amounts = (name: string, kind: boolean) =>
        rows
          .filter(({ stratum, isLoyal }) => stratum === name && isLoyal === kind)
          .map(({ amountMinor }) => amountMinor)
          .sort((a, b) => a - b);
      expect(strataOf(rows)).toEqual(
        names.map((stratum) => ({
          stratum,
          loyal: amounts(stratum, true),
          lessLoyal: amounts(stratum, false),
        })),
      );
    }),
  );
});
