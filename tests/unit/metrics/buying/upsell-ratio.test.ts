import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { upsellRatio, wilsonInterval } from "@/lib/metrics";
import { expectContained, expectSame, limitsOf } from "../intervals";

const counts = fc.array(fc.nat({ max: 4 }), { maxLength: 40 });

describe("the upsell ratio", () => {
  it("is more than one type to exactly one, with the share beside it; none is not counted", () => {
    const upsell = upsellRatio([1, 1, 2, 5, 0, 2]);
    expect(upsell).toMatchObject({ multiple: 3, single: 2, ratio: { value: 1.5, n: 5 } });
    expect(upsell.share).toEqual(wilsonInterval(3, 5));
  });

  it("has the odds of the share's limits: 81 of 263 are .4451, between .3428 and .5778", () => {
    const { ratio, share } = upsellRatio([...Array(81).fill(2), ...Array(182).fill(1)]);
    const [low, high] = limitsOf(share);
    expect(ratio.value).toBeCloseTo(81 / 182, 12);
    expect(limitsOf(ratio)[0]).toBeCloseTo(low / (1 - low), 12);
    expect(limitsOf(ratio)[1]).toBeCloseTo(high / (1 - high), 12);
    expect(limitsOf(ratio)[0]).toBeCloseTo(0.3428, 3);
    expect(limitsOf(ratio)[1]).toBeCloseTo(0.5778, 3);
    expect(ratio).toMatchObject({ interval: { method: "wilsonOdds", n: 263 } });
  });

  it("is the odds of its share, inside its interval, whatever the order or a second copy", () => {
    fc.assert(
      fc.property(counts, (list) => {
        const upsell = upsellRatio(list);
        expectContained(upsell.ratio);
        expectContained(upsell.share);
        if (upsell.ratio.value !== null && upsell.share.value !== null)
          expect(upsell.ratio.value).toBeCloseTo(upsell.share.value / (1 - upsell.share.value), 9);
        for (const other of [[...list].reverse(), [...list, ...list]]) {
          expectSame(upsellRatio(other).ratio, upsell.ratio);
          expectSame(upsellRatio(other).share, upsell.share);
        }
      }),
    );
  });

  it("has no value where nobody has exactly one type, and none at all without customers", () => {
    expect(upsellRatio([2, 3])).toMatchObject({
      ratio: { value: null, n: 2, reason: "noSingleTypeCustomer" },
      share: { value: 1 },
    });
    expect(upsellRatio([0])).toMatchObject({
      ratio: { value: null, n: 0, reason: "noData" },
      share: { value: null, reason: "noData" },
    });
    expect(upsellRatio([1]).ratio).toMatchObject({ value: 0, n: 1 });
  });

  it("names the row of half a type", () => {
    expect(() => upsellRatio([1, 1.5])).toThrow(/productTypeCounts\[1\]/);
    expect(() => upsellRatio([-1])).toThrow(/productTypeCounts\[0\]/);
  });
});
