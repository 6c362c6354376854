import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walletAllocation, walletAllocations } from "@/lib/metrics";

describe("wallet allocation", () => {
  it("is 67/33 % of two and 50/33/17 % of three suppliers, as published", () => {
    expect([1, 2].map((rank) => Math.round(100 * walletAllocation(rank, 2)))).toEqual([67, 33]);
    expect([1, 2, 3].map((rank) => Math.round(100 * walletAllocation(rank, 3)))).toEqual([
      50, 33, 17,
    ]);
    expect(walletAllocation(1, 1)).toBe(1);
    expect(walletAllocation(1.5, 2)).toBe(0.5);
  });

  it("adds up to the whole wallet over all ranks, and falls from rank to rank", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (suppliers) => {
        const shares = Array.from({ length: suppliers }, (_, i) =>
          walletAllocation(i + 1, suppliers),
        );
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }),
    );
  });

  it("refuses ranks that no supplier can have", () => {
    for (const rank of [0, 0.5, 2.5, 3, 1.25, Number.NaN])
      expect(() => walletAllocation(rank, 2)).toThrow(
        `rank must be a whole or half number from 1 to 2, got ${rank}`,
      );
    expect(() => walletAllocation(1, 0)).toThrow("suppliers must be at least 1");
    expect(() => walletAllocation(1, 1.5)).toThrow(/suppliers/);
  });
});

describe("wallet allocations", () => {
  it("give tied suppliers the mean of the ranks they share", () => {
    expect(walletAllocations([9, 8, 8])).toEqual([
      0.5,
      expect.closeTo(0.25, 12),
      expect.closeTo(0.25, 12),
    ]);
    expect(walletAllocations([7, 10])).toEqual([walletAllocation(2, 2), walletAllocation(1, 2)]);
    expect(walletAllocations([5, 5, 5]).map((share) => share.toFixed(9))).toEqual(
      Array(3).fill((1 / 3).toFixed(9)),
    );
    expect(walletAllocations([])).toEqual([]);
  });

  it("add up to 1, follow the ratings, and depend on their order alone", () => {
    const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(ratings, (list) => {
        const shares = walletAllocations(list);
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        list.forEach((rating, i) => {
          list.forEach((other, j) => {
            if (rating > other) expect(shares[i]).toBeGreaterThan(shares[j] as number);
            if (rating === other) expect(shares[i]).toBe(shares[j]);
          });
        });
        expect(walletAllocations(list.map((rating) => 100 * rating + 7))).toEqual(shares);
      }),
    );
  });

  it("names the row that is no rating", () => {
    expect(() => walletAllocations([1, Number.NaN])).toThrow(/ratings\[1\]/);
  });
});
