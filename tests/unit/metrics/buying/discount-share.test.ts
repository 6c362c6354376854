import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discountShare } from "@/lib/metrics";
import { expectContained, expectSame, known, limitsOf } from "../intervals";

const rows = fc.array(
  fc
    .tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }))
    .map(([a, b]) => ({ listMinor: a + b, discountedListMinor: a })),
  { maxLength: 20 },
);

describe("bought on discount", () => {
  it("is a share of list value, with the account as unit", () => {
    const share = known(
      discountShare([
        { listMinor: 100, discountedListMinor: 40 },
        { listMinor: 100, discountedListMinor: 0 },
      ]),
    );
    expect(share).toMatchObject({ value: 0.2, n: 2, interval: { method: "ratio" } });
    // u = 20 and -20: SE = root of (2 x 800) / 200 = .2
    expect(limitsOf(share)).toEqual([0, expect.closeTo(0.2 + 1.959963985 * 0.2, 9)]);
    const most = discountShare([
      { listMinor: 100, discountedListMinor: 60 },
      { listMinor: 100, discountedListMinor: 100 },
    ]);
    expect(limitsOf(most)[1]).toBe(1);
  });

  it("lies within 0..1, inside its interval, whatever the order, the currency or a second copy", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 1000 }), (list, factor) => {
        const share = discountShare(list);
        expectContained(share);
        if (share.value !== null) expect(share.value >= 0 && share.value <= 1).toBe(true);
        const scaled = list.map((row) => ({
          listMinor: row.listMinor * factor,
          discountedListMinor: row.discountedListMinor * factor,
        }));
        for (const other of [[...list].reverse(), [...list, ...list], scaled])
          expectSame(discountShare(other), share);
      }),
    );
  });

  it("is not known without accounts or purchases", () => {
    expect(discountShare([])).toEqual({ value: null, n: 0, reason: "noData" });
    expect(discountShare([{ listMinor: 0, discountedListMinor: 0 }])).toMatchObject({
      reason: "zeroDenominator",
    });
  });

  it("refuses more discounted than bought, and negative values, by row", () => {
    const good = { listMinor: 1, discountedListMinor: 1 };
    expect(() => discountShare([good, { listMinor: 1, discountedListMinor: 2 }])).toThrow(
      /rows\[1\].discountedListMinor/,
    );
    expect(() => discountShare([good, { listMinor: 1, discountedListMinor: -1 }])).toThrow(
      /rows\[1\].discountedListMinor/,
    );
    expect(() => discountShare([good, { listMinor: -1, discountedListMinor: 0 }])).toThrow(
      /rows\[1\].listMinor/,
    );
  });
});
