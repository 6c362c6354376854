import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredRatio, largestInfluence } from "@/lib/metrics";
import { known } from "../intervals";

const rows = fc.array(
  fc.record({ y: fc.integer({ min: -50, max: 50 }), x: fc.integer({ min: 0, max: 50 }) }),
  { maxLength: 12 },
);

describe("the largest influence", () => {
  it("is that of the account without which the ratio would be most different", () => {
    const three = [
      { y: 90, x: 100 },
      { y: 10, x: 50 },
      { y: 50, x: 50 },
    ];
    expect(largestInfluence(three)).toEqual({
      value: expect.closeTo(0.75 - 140 / 150, 12),
      n: 3,
      index: 1,
    });
  });

  it("agrees with leaving every account out in turn", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const influence = largestInfluence(list);
        const all = clusteredRatio(list).value;
        if (influence.value === null || all === null) return;
        const changes = list.flatMap((_, left) => {
          const without = clusteredRatio(list.filter((_, index) => index !== left)).value;
          return without === null ? [] : [all - without];
        });
        const largest = Math.max(...changes.map(Math.abs));
        expect(Math.abs(influence.value)).toBeCloseTo(largest, 9);
        const without = clusteredRatio(list.filter((_, index) => index !== influence.index));
        expect(all - known(without).value).toBeCloseTo(influence.value, 9);
      }),
    );
  });

  it("names the first of equals, and changes no unit but its own", () => {
    const same = Array.from({ length: 3 }, () => ({ y: 1, x: 2 }));
    expect(largestInfluence(same)).toEqual({ value: 0, n: 3, index: 0 });
  });

  it("is not known where nothing remains to compare with", () => {
    expect(largestInfluence([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(largestInfluence([{ y: 1, x: 2 }])).toEqual({
      value: null,
      n: 1,
      reason: "nothingComparable",
    });
    expect(
      largestInfluence([
        { y: 1, x: 0 },
        { y: 1, x: 5 },
      ]),
    ).toMatchObject({ index: 0 });
  });

  it("refuses bad rows with their place", () => {
    expect(() =>
      largestInfluence([
        { y: 1, x: 1 },
        { y: 1, x: -1 },
      ]),
    ).toThrow(/^rows\[1\]\.x/);
    expect(() => largestInfluence([{ y: Number.NaN, x: 1 }])).toThrow(/^rows\[0\]\.y/);
  });
});
