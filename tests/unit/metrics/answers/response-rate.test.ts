import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusteredRatio, responseRate, wilsonInterval } from "@/lib/metrics";
import { expectContained, known, limitsOf } from "../intervals";

const accounts = fc.array(
  fc
    .tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 1_000_000 }))
    .map(([answered, silent, revenueMinor]) => ({
      asked: answered + silent,
      answered,
      revenueMinor,
    })),
  { maxLength: 20 },
);

describe("the response rate", () => {
  it("stands with the coverage of accounts and of revenue", () => {
    const rate = responseRate([
      { asked: 4, answered: 3, revenueMinor: 700 },
      { asked: 2, answered: 0, revenueMinor: 200 },
      { asked: 0, answered: 0, revenueMinor: 100 },
      { asked: 2, answered: 1, revenueMinor: 0 },
    ]);
    expect(rate).toMatchObject({
      value: 0.5,
      n: 3,
      asked: 8,
      answered: 4,
      accountsAsked: 0.75,
      accountsHeard: 0.5,
      revenueHeard: 0.7,
    });
  });

  it("has the interval of a ratio by account, and never a narrower one than of people apart", () => {
    fc.assert(
      fc.property(accounts, (list) => {
        const rate = responseRate(list);
        expectContained(rate);
        if (rate.value === null) return;
        const asked = list.filter((one) => one.asked > 0);
        const ratio = known(
          clusteredRatio(asked.map((one) => ({ y: one.answered, x: one.asked }))),
        );
        const [low, high] = ratio.interval === null ? [0, 0] : limitsOf(ratio);
        const [from, to] = limitsOf(wilsonInterval(rate.answered, rate.asked));
        const width = Math.max(Math.min(1, high) - Math.max(0, low), to - from);
        const [least, most] = limitsOf(rate);
        expect(most - least).toBeCloseTo(width, 12);
      }),
    );
  });

  it("does not depend on row order, duplicates of every account, or the currency", () => {
    fc.assert(
      fc.property(accounts, fc.integer({ min: 2, max: 100 }), (list, factor) => {
        const plain = responseRate(list);
        const scaled = list.map((one) => ({ ...one, revenueMinor: factor * one.revenueMinor }));
        for (const other of [list.toReversed(), [...list, ...list], scaled]) {
          const again = responseRate(other);
          for (const key of ["value", "accountsAsked", "accountsHeard", "revenueHeard"] as const)
            if (plain[key] === null) expect(again[key]).toBeNull();
            else expect(again[key]).toBeCloseTo(plain[key], 9);
        }
      }),
    );
  });

  it("of nobody asked is not known, and coverage needs accounts and revenue", () => {
    expect(responseRate([])).toEqual({
      value: null,
      n: 0,
      reason: "noData",
      asked: 0,
      answered: 0,
      accountsAsked: null,
      accountsHeard: null,
      revenueHeard: null,
    });
    expect(responseRate([{ asked: 0, answered: 0, revenueMinor: 5 }])).toMatchObject({
      reason: "noData",
      accountsAsked: 0,
      revenueHeard: 0,
    });
    expect(responseRate([{ asked: 1, answered: 1, revenueMinor: 0 }])).toMatchObject({
      value: 1,
      interval: { method: "wilson", high: 1 },
      revenueHeard: null,
    });
  });

  it("refuses what cannot be, with the account", () => {
    const good = { asked: 2, answered: 1, revenueMinor: 1 };
    const bad = (one: Partial<typeof good>) => () => responseRate([good, { ...good, ...one }]);
    expect(bad({ answered: 3 })).toThrow("accounts[1].answered 3 is more than asked 2");
    expect(bad({ asked: 2.5 })).toThrow(/^accounts\[1\]\.asked must be a whole number/);
    expect(bad({ answered: -1 })).toThrow(/^accounts\[1\]\.answered must be a whole number/);
    expect(bad({ revenueMinor: -1 })).toThrow(/^accounts\[1\]\.revenueMinor must be/);
  });
});
