import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PotentialRow, sizeRegionStrata, upliftPotential } from "@/lib/metrics";
import { generator } from "../drivers/answers";

function kind(stratum: string, isLoyal: boolean, amounts: readonly number[]): PotentialRow[] {
  return amounts.map((revenueMinor) => ({ stratum, isLoyal, revenueMinor }));
}

const rows = [
  ...kind("large", true, [900, 1000, 1100, 1000, 1000]),
  ...kind("large", false, [600, 700]),
  ...kind("small", true, [50, 40, 60, 45, 55, 50]),
  ...kind("small", false, [40, 20, 30]),
  ...kind("tiny", true, [9, 9, 9, 9]),
  ...kind("tiny", false, [5]),
  ...kind("alone", true, [70, 70, 70, 70, 70]),
];
const whole = { conversionShare: 1, replicates: 200 };

function limitsOf(figure: ReturnType<typeof upliftPotential>["revenue"]) {
  if (figure.value === null || figure.interval === null) throw new Error("no figure");
  return { value: figure.value, ...figure.interval };
}

describe("potential", () => {
  it("sums the gap of every stratum times its less loyal accounts", () => {
    const { revenue, claim } = upliftPotential(rows, whole);
    expect(revenue.value).toBeCloseTo(2 * (1000 - 650) + 3 * (50 - 30), 10);
    expect(revenue.n).toBe(16);
    expect(claim).toBe("association");
    const fifth = upliftPotential(rows, { ...whole, conversionShare: 0.2 });
    expect(fifth.revenue.value).toBeCloseTo(760 / 5, 10);
    expect(limitsOf(fifth.revenue).high).toBeCloseTo(limitsOf(revenue).high / 5, 9);
  });

  it("names every stratum, also those it cannot compare, and says how much is compared", () => {
    const potential = upliftPotential(rows, { ...whole, conversionShare: 0.5 });
    expect(potential.strata.map(({ stratum, reason }) => [stratum, reason])).toEqual([
      ["alone", "noneLessLoyal"],
      ["large", null],
      ["small", null],
      ["tiny", "tooFewLoyal"],
    ]);
    expect(potential.strata[1]).toEqual({
      stratum: "large",
      loyal: 5,
      lessLoyal: 2,
      meanLoyalMinor: 1000,
      meanLessLoyalMinor: 650,
      potentialMinor: 350,
      reason: null,
    });
    expect(potential.strata[0]).toMatchObject({ meanLessLoyalMinor: null, potentialMinor: null });
    expect(potential.strata[3]).toMatchObject({ meanLoyalMinor: 9, potentialMinor: null });
    expect(potential.comparableShare).toBeCloseTo(5 / 6, 12);
    expect(potential.comparableRevenueShare).toBeCloseTo(1390 / 1395, 12);
    const four = upliftPotential(rows, { ...whole, fewestLoyal: 4 });
    expect(four.comparableShare).toBe(1);
    expect(four.revenue.value).toBeCloseTo(764, 10);
  });

  it("shows beside it what one pot would say: large accounts that are loyal make it mislead", () => {
    const sizes = [
      ...kind("large", true, new Array(20).fill(1000)),
      ...kind("large", false, new Array(5).fill(1000)),
      ...kind("small", true, new Array(5).fill(100)),
      ...kind("small", false, new Array(20).fill(100)),
    ];
    const { revenue, unstratified } = upliftPotential(sizes, whole);
    expect(revenue.value).toBe(0);
    expect(unstratified.value).toBeCloseTo(25 * (820 - 280), 8);
    expect(unstratified.n).toBe(50);
  });

  it("the range is 1.96 standard errors of the stratified sum wide", () => {
    const random = generator(3);
    const list = ["a", "b"].flatMap((stratum, k) => [
      ...kind(
        stratum,
        true,
        Array.from({ length: 20 }, () => 100 * (k + 1) * (1 + random())),
      ),
      ...kind(
        stratum,
        false,
        Array.from({ length: 30 }, () => 80 * (k + 1) * (1 + random())),
      ),
    ]);
    const { value, low, high } = limitsOf(
      upliftPotential(list, { conversionShare: 1, replicates: 4000 }).revenue,
    );
    const meanVariance = (stratum: string, isLoyal: boolean) => {
      const own = list.filter((row) => row.stratum === stratum && row.isLoyal === isLoyal);
      const amounts = own.map(({ revenueMinor }) => revenueMinor);
      const mean = amounts.reduce((a, b) => a + b, 0) / amounts.length;
      const squares = amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0);
      return squares / (amounts.length - 1) / amounts.length;
    };
    const variance = ["a", "b"].reduce(
      (sum, stratum) => sum + 900 * (meanVariance(stratum, true) + meanVariance(stratum, false)),
      0,
    );
    expect((high - low) / (2 * 1.96 * Math.sqrt(variance))).toBeGreaterThan(0.94);
    expect((high - low) / (2 * 1.96 * Math.sqrt(variance))).toBeLessThan(1.06);
    expect((high + low) / 2 / value).toBeCloseTo(1, 1);
  });

  it("gives the same in margin for the accounts whose margin is known", () => {
    const margins = rows.map((row, i) => ({
      ...row,
      marginMinor: row.stratum === "large" ? row.revenueMinor / 4 : i % 2 === 0 ? null : 1,
    }));
    const { margin, revenue, marginKnownShare } = upliftPotential(margins, whole);
    // Small: three loyal and one or two less loyal with a margin are too few.
    expect(margin.value).toBeCloseTo(700 / 4, 10);
    expect(margin.n).toBe(7);
    expect(revenue.value).toBeCloseTo(760, 10);
    const known = margins.filter(({ marginMinor }) => marginMinor !== null).length;
    expect(marginKnownShare).toBeCloseTo(known / rows.length, 12);
    expect(upliftPotential(rows, whole)).toMatchObject({
      margin: { value: null, n: 0, reason: "noData" },
      marginKnownShare: 0,
    });
  });

  it("is not known without rows, nor where nothing can be compared", () => {
    expect(upliftPotential([], whole)).toMatchObject({
      revenue: { value: null, n: 0, reason: "noData" },
      unstratified: { value: null, reason: "noData" },
      strata: [],
      comparableShare: null,
      comparableRevenueShare: null,
      marginKnownShare: null,
    });
    const alone = kind("a", true, [1, 2, 3, 4, 5]);
    expect(upliftPotential(alone, whole)).toMatchObject({
      revenue: { value: null, n: 5, reason: "nothingComparable" },
      comparableShare: null,
    });
    const poor = [...kind("a", true, [1, 2, 3, 4]), ...kind("a", false, [1])];
    expect(upliftPotential(poor, whole)).toMatchObject({
      revenue: { reason: "nothingComparable" },
      comparableShare: 0,
    });
  });

  const any = fc.array(
    fc.record({
      stratum: fc.constantFrom("a", "b"),
      isLoyal: fc.boolean(),
      revenueMinor: fc.nat({ max: 1e6 }),
    }),
    { maxLength: 30 },
  );

  it("scales with the currency, and neither the order of rows nor the names of strata matter", () => {
    fc.assert(
      fc.property(any, (list) => {
        const settings = { conversionShare: 0.5, fewestLoyal: 1, replicates: 20 };
        const plain = upliftPotential(list, settings);
        expect(upliftPotential(list.toReversed(), settings)).toEqual(plain);
        if (plain.revenue.value === null) return;
        const { value, low, high } = limitsOf(plain.revenue);
        const scaled = upliftPotential(
          list.map((row) => ({
            ...row,
            stratum: `x ${row.stratum}`,
            revenueMinor: 3 * row.revenueMinor,
          })),
          settings,
        );
        expect(scaled.revenue.value).toBeCloseTo(3 * value, 4);
        expect(limitsOf(scaled.revenue).low).toBeCloseTo(3 * low, 4);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }),
      { numRuns: 50 },
    );
  });

  it("is the sum of its strata, and merging disjoint strata adds up", () => {
    fc.assert(
      fc.property(any, (list) => {
        const settings = { conversionShare: 1, fewestLoyal: 2, replicates: 1 };
        const of = (some: PotentialRow[]) => upliftPotential(some, settings).revenue.value ?? 0;
        const parts = ["a", "b"].map((name) => of(list.filter(({ stratum }) => stratum === name)));
        expect(of(list)).toBeCloseTo((parts[0] ?? 0) + (parts[1] ?? 0), 4);
        const { strata, revenue } = upliftPotential(list, settings);
        const sum = strata.reduce((total, { potentialMinor }) => total + (potentialMinor ?? 0), 0);
        expect(sum).toBeCloseTo(revenue.value ?? 0, 4);
      }),
      { numRuns: 50 },
    );
  });

  it("names the row of bad data, and a share or a minimum that is none", () => {
    const row = { stratum: "a", isLoyal: true, revenueMinor: 1 };
    expect(() => upliftPotential([row, { ...row, revenueMinor: Number.NaN }], whole)).toThrow(
      "rows[1].revenueMinor",
    );
    expect(() => upliftPotential([{ ...row, marginMinor: Number.NaN }], whole)).toThrow(
      "rows[0].marginMinor",
    );
    expect(() => upliftPotential([row], { conversionShare: 1.1 })).toThrow("conversionShare");
    expect(() => upliftPotential([row], { ...whole, fewestLoyal: 0 })).toThrow("fewestLoyal");
    expect(() => upliftPotential([row], { ...whole, seed: -1 })).toThrow("seed");
  });
});

describe("strata of size and region", () => {
  const some = (size: string, region: string, loyal: number, lessLoyal: number) => [
    ...Array.from({ length: loyal }, () => ({ size, region, isLoyal: true })),
    ...Array.from({ length: lessLoyal }, () => ({ size, region, isLoyal: false })),
  ];
  const shapes = (list: ReturnType<typeof some>) =>
    sizeRegionStrata(list, 5).strata.map(({ size, regions, isWhole }) => [size, regions, isWhole]);

  it("a region that can be compared stands alone, the small ones are put together", () => {
    const list = [...some("L", "N", 5, 2), ...some("L", "E", 3, 1), ...some("L", "W", 2, 4)];
    expect(shapes([...list, ...some("S", "N", 9, 1)])).toEqual([
      ["L", ["N"], false],
      ["L", ["E", "W"], false],
      ["S", ["N"], true],
    ]);
  });

  it("where the small ones still lack loyal accounts, the size is one: nobody less loyal is lost", () => {
    expect(shapes([...some("L", "N", 6, 2), ...some("L", "E", 1, 3)])).toEqual([
      ["L", ["E", "N"], true],
    ]);
    expect(shapes([...some("L", "N", 6, 2), ...some("L", "E", 1, 0)])).toEqual([
      ["L", ["N"], false],
      ["L", ["E"], false],
    ]);
  });

  it("a region without anybody less loyal has nothing to compare, and helps the others with its loyal ones", () => {
    expect(shapes([...some("L", "N", 6, 0), ...some("L", "E", 1, 3)])).toEqual([
      ["L", ["E", "N"], true],
    ]);
    const three = [...some("L", "N", 6, 0), ...some("L", "E", 1, 3), ...some("L", "W", 5, 1)];
    expect(shapes(three)).toEqual([
      ["L", ["W"], false],
      ["L", ["E", "N"], false],
    ]);
  });

  it("each has a key of its own, by which an account finds it; of a region nobody is in there is none", () => {
    const list = [...some("S", "N", 5, 2), ...some("L", "N", 5, 2), ...some("L", "E", 6, 1)];
    const { strata, keyOf } = sizeRegionStrata(list, 5);
    expect(strata.map(({ size, regions }) => [size, regions])).toEqual([
      ["L", ["E"]],
      ["L", ["N"]],
      ["S", ["N"]],
    ]);
    expect(new Set(strata.map(({ key }) => key)).size).toBe(3);
    for (const { key, size, regions } of strata)
      expect(keyOf({ size, region: regions[0] as string })).toBe(key);
    expect(keyOf({ size: "S", region: "E" })).toBe("");
    expect(() => sizeRegionStrata(list, 0)).toThrow("fewestLoyal");
  });

  it("compares no fewer less loyal accounts than sizes alone, and every account has a stratum", () => {
    const row = fc.record({
      size: fc.constantFrom("S", "L"),
      region: fc.constantFrom("N", "E", "W"),
      isLoyal: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (list) => {
        const { strata, keyOf } = sizeRegionStrata(list, 3);
        const keys = new Set(strata.map(({ key }) => key));
        expect(list.every((one) => keys.has(keyOf(one)))).toBe(true);
        const share = (stratumOf: (one: (typeof list)[number]) => string) =>
          upliftPotential(
            list.map((one) => ({ stratum: stratumOf(one), isLoyal: one.isLoyal, revenueMinor: 1 })),
            { conversionShare: 1, fewestLoyal: 3, replicates: 1 },
          ).comparableShare ?? 1;
        expect(share(keyOf)).toBeGreaterThanOrEqual(share(({ size }) => size) - 1e-12);
      }),
      { numRuns: 80 },
    );
  });
});
