import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  churnCounts,
  churnOfParts,
  churnRates,
  clusteredContrast,
  clusteredDifference,
  clusteredRatio,
  earnedGrowth,
  median,
  medianOfSorted,
  packedRatio,
  packedRevenueRate,
  productTypeMatrix,
  revenueRetention,
  riskTable,
} from "@/lib/metrics";

const snapshots = { openingDay: 100, closingDay: 465 };
const span = fc
  .record({
    fromDay: fc.integer({ min: 0, max: 600 }),
    days: fc.option(fc.integer({ min: 0, max: 300 })),
  })
  .map(({ fromDay, days }) => ({ fromDay, untilDay: days === null ? null : fromDay + days }));
const accounts = fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 20 });
const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
const revenue = fc.array(
  fc.record({ openingMinor: fc.oneof(fc.constant(0), amount), closingMinor: amount }),
  { maxLength: 40 },
);
const ratios = fc.array(
  fc.record({ y: fc.double({ min: -1e6, max: 1e6, noNaN: true }), x: amount, isOwn: fc.boolean() }),
  { maxLength: 40 },
);

/** In pieces of seven, as blocks of accounts are. */
function piecesOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / 7) }, (_, at) =>
    items.slice(at * 7, at * 7 + 7),
  );
}

describe("what is made of parts of the accounts is that of all of them, to the last digit", () => {
  it("churn", () => {
    fc.assert(
      fc.property(accounts, (all) => {
        const parts = piecesOf(all).map((piece) => churnCounts(piece, snapshots));
        expect(churnOfParts(parts, snapshots)).toEqual(churnRates(all, snapshots));
      }),
    );
  });

  it("rates of revenue", () => {
    fc.assert(
      fc.property(revenue, (rows) => {
        const whole = revenueRetention(rows);
        const pieces = (rate: "gross" | "net") =>
          piecesOf(rows.filter(({ openingMinor }) => openingMinor > 0)).map((piece) =>
            Float64Array.from(
              piece.flatMap(({ openingMinor: was, closingMinor: is }) => [
                rate === "gross" ? Math.min(was, is) : is,
                was,
              ]),
            ),
          );
        expect(packedRevenueRate(pieces("net"), "net")).toEqual(whole.net);
        expect(packedRevenueRate(pieces("gross"), "gross")).toEqual(whole.gross);
      }),
    );
  });

  it("a ratio, and a median", () => {
    fc.assert(
      fc.property(ratios, (rows) => {
        const packed = (all: typeof rows) => Float64Array.from(all.flatMap(({ y, x }) => [y, x]));
        expect(packedRatio(piecesOf(rows).map(packed))).toEqual(clusteredRatio(rows));
        const values = rows.map(({ y }) => Math.round(y / 1e5) + 0);
        const sorted = piecesOf(values).map((piece) => Float64Array.from(piece).sort());
        expect(medianOfSorted([Float64Array.of(), ...sorted])).toBe(median(values));
      }),
    );
  });

  it("earned growth has the rates that ratios of rows give", () => {
    const source = fc.constantFrom<"earned" | "bought" | "unknown">("earned", "bought", "unknown");
    const row = fc.record({
      openingMinor: fc.oneof(fc.constant(0), amount),
      closingMinor: amount,
      source,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const growth = earnedGrowth(rows);
        const rate = (isCounted: (one: (typeof rows)[number]) => boolean) =>
          clusteredRatio(
            rows.map((one) => ({
              y: isCounted(one) ? one.closingMinor - one.openingMinor : 0,
              x: one.openingMinor,
            })),
          );
        const isOld = ({ openingMinor }: { openingMinor: number }) => openingMinor > 0;
        const least = rate((one) => isOld(one) || one.source === "earned");
        expect(growth.value).toBe(least.value);
        if (growth.value === null || least.value === null) return;
        expect(growth.interval?.low).toBe(least.interval?.low);
        expect(growth.totalGrowth).toBe(rate(() => true).value);
        expect(growth.netRetention).toBe(1 + (rate(isOld).value ?? 0));
      }),
    );
  });

  it("a matrix of product types has in each cell who owns both", () => {
    const owned = fc.array(
      fc.array(fc.constantFrom<string>("a", "b", "c", "d"), { maxLength: 5 }),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(owned, (customers) => {
        const { types, owners, both } = productTypeMatrix(customers);
        types.forEach((row, at) => {
          const own = customers.filter((one) => one.includes(row));
          expect(owners[at]).toBe(own.length);
          expect(both[at]?.map(({ value, n }) => [value, n])).toEqual(
            types.map((other) => [
              own.filter((one) => one.includes(other)).length / own.length,
              own.length,
            ]),
          );
        });
      }),
    );
  });

  it("a rate of some accounts against the others", () => {
    fc.assert(
      fc.property(ratios, (rows) => {
        const pairs = rows.map(({ y, x, isOwn }) =>
          isOwn ? { now: { y, x }, before: null } : { now: null, before: { y, x } },
        );
        const packed = Float64Array.from(rows.flatMap(({ y, x }) => [y, x]));
        expect(clusteredContrast(packed, (index) => rows[index]?.isOwn ?? false)).toEqual(
          clusteredDifference(pairs),
        );
      }),
    );
  });

  it("who is followed at a time: entered before it, and not gone before it", () => {
    const row = fc
      .record({ entry: fc.nat(30), days: fc.integer({ min: 1, max: 30 }), event: fc.boolean() })
      .map(({ entry, days, event }) => ({ entry, time: entry + days, event }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const times = Array.from({ length: 62 }, (_, time) => time);
        expect(Array.from(riskTable(rows, Float64Array.from(times)).atRisk)).toEqual(
          times.map(
            (at) =>
              rows.filter(({ time, entry }) => time >= at && (entry === 0 || entry < at)).length,
          ),
        );
      }),
    );
  });
});
