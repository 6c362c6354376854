import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CloseMatrix, closeMatrix } from "@/lib/facts/kernel/close-matrix";
import { membershipOf, NUMBERS } from "@/lib/facts/kernel/membership";
import { retainedByGroup } from "@/lib/facts/kernel/packed-base";
import { KERNEL_MODULE, kernelModule } from "@/scripts/support/kernel-module";

const YEAR = 12;

type World = { matrix: CloseMatrix; segments: number[][] };

// Mostly nothing at all: stretches begin and end anywhere.
const amount = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.double({ min: -1e9, max: 1e12, noNaN: true }) },
);

const world: fc.Arbitrary<World> = fc
  .record({ accounts: fc.integer({ min: 0, max: 40 }), shown: fc.integer({ min: 1, max: 30 }) })
  .chain(({ accounts, shown }) => {
    const months = shown + YEAR;
    const column = fc
      .array(amount, { minLength: accounts * months, maxLength: accounts * months })
      .map((values) => Float64Array.from(values));
    const rows = fc.subarray(Array.from({ length: accounts }, (_, row) => row));
    return fc.record({
      matrix: fc.record({
        accounts: fc.constant(accounts),
        firstMonth: fc.constant(0),
        months: fc.constant(months),
        columns: fc.record({ openingMinor: column, closingMinor: column }),
      }),
      segments: fc.array(rows, { maxLength: 31 }),
    });
  });

/** Cell by cell, without stretches, pairs or a compiled loop. */
function plainly({ matrix, segments }: World, isGross: boolean) {
  const { groupOf, masks } = membershipOf(segments, matrix.accounts);
  const shown = matrix.months - YEAR;
  const sums = new Float64Array(masks.length * shown * NUMBERS);
  const { openingMinor, closingMinor } = matrix.columns;
  for (let account = 0; account < matrix.accounts; account += 1)
    for (let month = 0; month < shown; month += 1) {
      const at = account * matrix.months + YEAR + month;
      const [before, now] = [openingMinor?.[at] ?? 0, closingMinor?.[at] ?? 0];
      const group = groupOf[account] as number;
      if (group === 0 || before <= 0) continue;
      const to = (group * shown + month) * NUMBERS;
      [isGross ? Math.min(before, now) : now, before, 1].forEach((value, number) => {
        sums[to + number] = (sums[to + number] as number) + value;
      });
    }
  return sums;
}

function byGroup({ matrix, segments }: World, isGross: boolean) {
  const membership = membershipOf(segments, matrix.accounts);
  const rate = { opening: "openingMinor", closing: "closingMinor", isGross } as const;
  return retainedByGroup(matrix, YEAR, membership, rate);
}

test("revenue kept of any groups is what adding cell by cell says, to the last digit", () => {
  fc.assert(
    fc.property(world, fc.boolean(), (made, isGross) => {
      expect(byGroup(made, isGross)).toEqual(plainly(made, isGross));
    }),
  );
});

test("one matrix asked of few groups, of many and of few again says the same each time", () => {
  fc.assert(
    fc.property(world, (made) => {
      const few = { ...made, segments: made.segments.slice(0, 1) };
      const first = byGroup(few, false);
      expect(byGroup(made, false)).toEqual(plainly(made, false));
      expect(byGroup(few, false)).toEqual(first);
    }),
    { numRuns: 30 },
  );
});

test("more groups than there was memory for find room", () => {
  const accounts = 1_000;
  const months = YEAR + 49;
  const series = closeMatrix([], 0, months);
  const columns = {
    openingMinor: new Float64Array(accounts * months).fill(100),
    closingMinor: Float64Array.from({ length: accounts * months }, (_, at) => at % 977),
  };
  const segments = Array.from({ length: 10 }, (_, bit) =>
    Array.from({ length: accounts }, (__, row) => row).filter((row) => (row >> bit) % 2 === 1),
  );
  const made = { matrix: { ...series, accounts, columns }, segments };
  expect(byGroup(made, true)).toEqual(plainly(made, true));
});

test("the compiled loop is what its text says", async () => {
  expect(readFileSync(KERNEL_MODULE, "utf8")).toBe(await kernelModule());
});
