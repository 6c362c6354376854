import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packLines, unpackLines } from "@/lib/facts/order-line-bytes";
import { linesIn, type OrderLines } from "@/lib/facts/order-lines";

const line = fc.record({
  day: fc.integer({ min: -40_000, max: 90_000 }),
  amountMinor: fc.oneof(fc.integer({ min: -300, max: 300 }), fc.maxSafeInteger()),
  type: fc.integer({ min: 0, max: 3 }),
  flags: fc.integer({ min: 0, max: 3 }),
});

const lines = fc
  .tuple(fc.uuid(), fc.constantFrom("DKK", "EUR"), fc.array(line, { maxLength: 30 }))
  .map(([accountId, currency, rows]): OrderLines => {
    const byDay = rows.sort((a, b) => a.day - b.day);
    return {
      accountId,
      currency,
      days: byDay.map(({ day }) => day),
      amountsMinor: byDay.map(({ amountMinor }) => amountMinor),
      types: byDay.map(({ type }) => type),
      typeIds: [null, "a", "b", "c"],
      flags: byDay.map(({ flags }) => flags),
    };
  });

/** Of the types of the lines one is named elsewhere too. */
const NAMED = ["z", "b"];

const plain = (own: OrderLines) => ({
  ...own,
  days: Array.from(own.days),
  amountsMinor: Array.from(own.amountsMinor),
  types: Array.from(own.types),
  flags: Array.from(own.flags),
});

describe("order lines in bytes", () => {
  it("come out as they went in, of any number of accounts and currencies", () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 4 }), (all) => {
        const { heads, bytes } = packLines(all, NAMED);
        const stored = JSON.parse(JSON.stringify(heads));
        expect(unpackLines(stored, NAMED, bytes).map(plain)).toEqual(all.map(plain));
      }),
    );
  });

  it("are read wherever their bytes begin, at multiples of eight", () => {
    const [one] = fc.sample(lines, { numRuns: 1, seed: 7 });
    if (!one) throw new Error("no lines");
    const { heads, bytes } = packLines([one], NAMED);
    const slab = new Uint8Array(bytes.length + 16);
    slab.set(bytes, 16);
    expect(unpackLines(heads, NAMED, slab.subarray(16)).map(plain)).toEqual([plain(one)]);
  });

  it("of a period are those whose day lies in it", () => {
    fc.assert(
      fc.property(lines, fc.integer(), fc.nat(), (own, fromDay, length) => {
        const [from, until] = linesIn(own, { fromDay, untilDay: fromDay + length });
        const days = Array.from(own.days);
        expect(days.slice(from, until)).toEqual(
          days.filter((day) => day >= fromDay && day < fromDay + length),
        );
      }),
    );
  });
});
